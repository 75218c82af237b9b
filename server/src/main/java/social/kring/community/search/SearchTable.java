package social.kring.community.search;

import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code post_search}. */
final class SearchTable {

  /**
   * A post that somebody may find.
   *
   * @param open whether everybody may, for its author has agreed
   * @param people here who wrote it, are named in it, liked, boosted or bookmarked it
   */
  record Findable(long post, boolean open, Set<Long> people) {}

  /** A post as it is indexed. */
  record Entry(long post, String language, String words, Set<String> marks) {}

  /** Those of some posts that anybody may find. */
  List<Findable> findable(Queries queries, Collection<Long> posts) {
    return queries.list(
        """
        SELECT f.id, f.open, f.people
          FROM (SELECT asked.id,
                       EXISTS (SELECT FROM post_visible_to(0) AS p
                                 JOIN actor_indexable AS i ON i.actor_id = p.author_id
                                WHERE p.id = asked.id AND p.visibility = 'public') AS open,
                       ARRAY (SELECT DISTINCT l.actor_id
                                FROM post_library AS l
                                JOIN actor_here AS h ON h.actor_id = l.actor_id
                               WHERE l.post_id = asked.id
                               LIMIT $2) AS people
                  FROM unnest($1::bigint[]) AS asked (id)) AS f
         WHERE f.open OR cardinality(f.people) > 0
        """,
        Tuple.tuple().addArrayOfLong(posts.toArray(Long[]::new)).addInteger(Marks.MOST_PEOPLE + 1),
        row ->
            new Findable(
                row.getLong("id"), row.getBoolean("open"), Set.of(row.getArrayOfLongs("people"))));
  }

  /** In the order of ids, so that two never wait for each other. */
  void put(Transaction tx, List<Entry> entries) {
    if (entries.isEmpty()) return;
    tx.execute(
        """
        INSERT INTO post_search AS s (post_id, words)
        SELECT e.id,
               to_tsvector(search_configuration(e.language)::regconfig, e.words)
               || array_to_tsvector(
                    string_to_array(e.marks || ' =c' || search_configuration(e.language), ' '))
          FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[])
            AS e (id, language, words, marks)
         ORDER BY e.id
        ON CONFLICT (post_id) DO UPDATE
          SET words = excluded.words
        WHERE s.words <> excluded.words
        """,
        Tuple.tuple()
            .addArrayOfLong(entries.stream().map(Entry::post).toArray(Long[]::new))
            .addArrayOfString(entries.stream().map(Entry::language).toArray(String[]::new))
            .addArrayOfString(entries.stream().map(Entry::words).toArray(String[]::new))
            .addArrayOfString(
                entries.stream()
                    .map(entry -> String.join(" ", entry.marks()))
                    .toArray(String[]::new)));
  }

  void delete(Transaction tx, Collection<Long> posts) {
    if (posts.isEmpty()) return;
    tx.execute(
        "DELETE FROM post_search WHERE post_id = ANY ($1)",
        Tuple.tuple().addArrayOfLong(posts.toArray(Long[]::new)));
  }
}

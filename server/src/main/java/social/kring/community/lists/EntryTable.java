package social.kring.community.lists;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.community.PageRequest;
import social.kring.community.posts.PostEntry;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code list_entry}. */
final class EntryTable {
  private static final String INSERT =
      """
      INSERT INTO list_entry (list_id, id, post_id, shower_id)
      SELECT list_id, id, post_id, shower_id FROM (%s) AS reached
      ON CONFLICT DO NOTHING
      """;

  private static final String INSERT_RECENT =
      """
      INSERT INTO list_entry (list_id, id, post_id, shower_id)
      SELECT list_id, id, post_id, shower_id FROM (%s AND l.id = $5) AS reached
      ON CONFLICT DO NOTHING
      """
          .formatted(
              Reach.ofPosts(
                  """
                  (SELECT newest.id, added.id
                     FROM unnest($2::bigint[]) AS added (id)
                    CROSS JOIN LATERAL (SELECT v.id FROM post_visible_to($1) AS v
                                         WHERE v.author_id = added.id
                                         ORDER BY v.id DESC
                                         LIMIT $3) AS newest
                    ORDER BY newest.id DESC
                    LIMIT $4)
                  """));

  private static final String UNMUTED =
      """
      SELECT id, list_id, owner_id
        FROM (%s) AS reached
       WHERE NOT EXISTS (SELECT FROM muted_by AS m
                          WHERE m.viewer_id = reached.owner_id
                            AND m.muted_id IN (reached.shower_id, reached.author_id))
      """;

  void insertPosts(Transaction tx, Collection<Shown> posts) {
    tx.execute(INSERT.formatted(Reach.POSTS), tuple(posts));
  }

  /** Of several boosts of one post, the one that is first in the log counts. */
  void insertBoosts(Transaction tx, Collection<Shown> boosts) {
    tx.execute(INSERT.formatted(Reach.BOOSTS), tuple(boosts));
  }

  /** Which lists these belong on now, whose owners mute neither author nor booster. */
  List<Reached> reached(Queries queries, Collection<Shown> posts, Collection<Shown> boosts) {
    return Stream.concat(
            reached(queries, Reach.POSTS, posts).stream(),
            reached(queries, Reach.BOOSTS, boosts).stream())
        .toList();
  }

  private static List<Reached> reached(Queries queries, String reach, Collection<Shown> shown) {
    if (shown.isEmpty()) return List.of();
    return queries.list(UNMUTED.formatted(reach), tuple(shown), EntryTable::reached);
  }

  Map<Long, List<Reached>> kept(Queries queries, Collection<Long> lists, Collection<Long> posts) {
    return queries
        .list(
            """
            SELECT e.id, e.post_id, e.list_id, l.owner_id
              FROM list_entry AS e
              JOIN list AS l ON l.id = e.list_id
             WHERE e.list_id = ANY ($1) AND e.post_id = ANY ($2)
            """,
            Tuple.tuple()
                .addArrayOfLong(lists.toArray(Long[]::new))
                .addArrayOfLong(posts.toArray(Long[]::new)),
            row -> Map.entry(row.getLong("post_id"), reached(row)))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static Reached reached(Row row) {
    return new Reached(row.getLong("id"), row.getLong("list_id"), row.getLong("owner_id"));
  }

  /** Brings the newest posts of new members, however many these are, in one statement. */
  void insertRecent(
      Transaction tx, PersonalList list, Collection<Long> members, int ofEach, int most) {
    if (members.isEmpty()) return;
    tx.execute(
        INSERT_RECENT,
        Tuple.of(list.owner())
            .addArrayOfLong(members.toArray(Long[]::new))
            .addInteger(ofEach)
            .addInteger(most)
            .addLong(list.id()));
  }

  void deleteBoosts(Transaction tx, Collection<Shown> boosts) {
    tx.execute(
        """
        DELETE FROM list_entry AS e
         USING (SELECT boosted.id, m.list_id
                  FROM unnest($1::bigint[], $2::bigint[]) AS boosted (id, actor_id)
                  JOIN list_member AS m ON m.member_id = boosted.actor_id) AS gone
         WHERE e.list_id = gone.list_id AND e.id = gone.id
        """,
        tuple(boosts));
  }

  /** Takes back what these members brought. */
  void deleteBy(Transaction tx, long list, Collection<Long> showers) {
    tx.execute(
        "DELETE FROM list_entry WHERE list_id = $1 AND shower_id = ANY ($2)",
        Tuple.of(list).addArrayOfLong(showers.toArray(Long[]::new)));
  }

  /** The same, from all lists of an owner. */
  void deleteFrom(Transaction tx, long owner, long shower) {
    tx.execute(
        """
        DELETE FROM list_entry AS e
         USING list AS l
         WHERE l.owner_id = $1 AND e.list_id = l.id AND e.shower_id = $2
        """,
        Tuple.of(owner, shower));
  }

  /** As home is read: the index is walked down from the newest entry until the page is full. */
  List<PostEntry> page(Queries queries, PersonalList list, PageRequest page) {
    return page.newestFirst(
        queries.list(
            """
            SELECT e.id, e.post_id
              FROM list_entry AS e
             WHERE e.list_id = $2 %s
               AND (SELECT true
                      FROM post_visible_to($1) AS p
                     WHERE p.id = e.post_id
                       AND NOT EXISTS (SELECT FROM muted_by AS m
                                        WHERE m.viewer_id = $1
                                          AND m.muted_id IN (p.author_id, e.shower_id)))
               AND (e.id = e.post_id
                    OR (SELECT true FROM boost_visible_to($1) AS b WHERE b.id = e.id))
             ORDER BY e.id %s
             LIMIT %d
            """
                .formatted(page.within("e.id", 3), page.direction(), page.limit()),
            page.bounds(Tuple.of(list.owner(), list.id())),
            row -> new PostEntry(row.getLong("id"), row.getLong("post_id"))));
  }

  /** The next list with any entries, in the order of ids. */
  Optional<Long> listAfter(Queries queries, long list) {
    return queries.one(
        "SELECT list_id FROM list_entry WHERE list_id > $1 ORDER BY list_id LIMIT 1",
        Tuple.of(list),
        row -> row.getLong("list_id"));
  }

  /** Forgets all but the newest entries of a list. */
  void trim(Queries queries, long list, int kept) {
    queries.execute(
        """
        DELETE FROM list_entry
         WHERE list_id = $1
           AND id < (SELECT min(newest.id)
                       FROM (SELECT id FROM list_entry
                              WHERE list_id = $1 ORDER BY id DESC LIMIT $2) AS newest)
        """,
        Tuple.of(list, kept));
  }

  private static Tuple tuple(Collection<Shown> shown) {
    return Tuple.tuple()
        .addArrayOfLong(shown.stream().map(Shown::entry).toArray(Long[]::new))
        .addArrayOfLong(shown.stream().map(Shown::by).toArray(Long[]::new));
  }
}

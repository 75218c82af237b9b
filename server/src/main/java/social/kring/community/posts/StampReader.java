package social.kring.community.posts;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import social.kring.platform.storage.Queries;

/**
 * Reads whether what somebody keeps of posts and accounts is still so. A stamp is made of the
 * versions of all rows that are shown, as PostgreSQL keeps them, so that no change can be missed
 * and nothing needs to be told. What is read after its stamp is at least as new.
 */
public final class StampReader {

  /** Of the account that an actor has in lists; its counts belong to it. */
  private static final String ACCOUNT =
      """
      concat((SELECT stamp FROM actor_stamp WHERE actor_id = ACTOR), ':',
             (SELECT stamp FROM relationship_count_stamp WHERE actor_id = ACTOR), ':',
             (SELECT c.xmin FROM post_count AS c WHERE c.actor_id = ACTOR))
      """;

  private static final String POST =
      """
      concat(p.xmin, '/',
             (SELECT parent.deleted_at IS NULL FROM post AS parent
               WHERE parent.id = p.in_reply_to_id), '/',
             (SELECT string_agg(concat(m.xmin, ':', named.stamp), ' ' ORDER BY m.place, m.actor_id)
                FROM post_mention AS m
                JOIN actor_stamp AS named ON named.actor_id = m.actor_id
               WHERE m.post_id = p.id AND NOT m.silent), '/',
             (SELECT stamp FROM preview_stamp WHERE post_id = p.id), '/',
             (SELECT concat(q.xmin, ':', quoted.deleted_at IS NULL)
                FROM quote AS q
                LEFT JOIN post AS quoted ON quoted.id = q.quoted_id
               WHERE q.post_id = p.id), '/',
             (SELECT r.xmin FROM quote_rule AS r WHERE r.post_id = p.id), '/',
      """
          + account("p.author_id")
          + ")";

  private static final String SELECT =
      """
      SELECT e.id, e.post_id,
             concat(%s, '/', b.xmin, '/', CASE WHEN b.id IS NOT NULL THEN %s END) AS stamp,
             %s AS marks
        FROM ENTRIES
        JOIN post AS p ON p.id = e.post_id AND p.deleted_at IS NULL
        LEFT JOIN boost AS b ON b.id = e.id
       WHERE e.id = e.post_id OR b.id IS NOT NULL
       ORDER BY PLACE
      """
          .formatted(POST, account("b.actor_id"), Mark.sql());

  private static final String OF_ENTRIES =
      select(
          "unnest($2::bigint[], $3::bigint[]) WITH ORDINALITY AS e (id, post_id, place)",
          "e.place");

  StampReader() {}

  /**
   * In the order asked for; what was deleted meanwhile is left out.
   *
   * @param viewer whose marks are read along; 0 is the public
   */
  public List<Stamped> of(Queries queries, long viewer, List<PostEntry> entries) {
    if (entries.isEmpty()) return List.of();
    return queries.list(
        OF_ENTRIES,
        Tuple.of(viewer)
            .addArrayOfLong(entries.stream().map(PostEntry::id).toArray(Long[]::new))
            .addArrayOfLong(entries.stream().map(PostEntry::post).toArray(Long[]::new)),
        StampReader::stamped);
  }

  /** A page of a list, found and stamped by one query; newest first. */
  public List<Stamped> of(Queries queries, EntryQuery list) {
    var sql = select("(" + list.sql() + ") AS e", "e.id DESC");
    return queries.list(sql, list.parameters(), StampReader::stamped);
  }

  /** Of accounts, by actor. */
  public Map<Long, String> accounts(Queries queries, Collection<Long> actors) {
    if (actors.isEmpty()) return Map.of();
    return queries
        .list(
            "SELECT id, %s AS stamp FROM unnest($1::bigint[]) AS asked (id)"
                .formatted(account("asked.id")),
            Tuple.tuple().addArrayOfLong(actors.stream().distinct().toArray(Long[]::new)),
            row -> Map.entry(row.getLong("id"), row.getString("stamp")))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String select(String entries, String place) {
    return SELECT.replace("ENTRIES", entries).replace("PLACE", place);
  }

  private static String account(String actor) {
    return ACCOUNT.replace("ACTOR", actor);
  }

  private static Stamped stamped(Row row) {
    return new Stamped(
        new PostEntry(row.getLong("id"), row.getLong("post_id")),
        row.getString("stamp"),
        Mark.of(row.getInteger("marks")));
  }
}

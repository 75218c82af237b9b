package social.kring.community.conversations;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import social.kring.community.PageRequest;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code conversation}. */
final class ConversationTable {

  /** What its owner may see now. Those who have part are read along, whom others may know. */
  private static final String SELECT = select("$1") + " AND c.owner_id = $1";

  private static String select(String owner) {
    return """
      SELECT c.owner_id, c.id, c.last_post_id, c.unread,
             (SELECT array_agg(part.actor_id ORDER BY part.place)
                FROM (SELECT p.author_id AS actor_id, -1 AS place
                       UNION ALL
                      SELECT m.actor_id, m.place FROM post_mention AS m
                       WHERE m.post_id = p.id AND m.actor_id <> p.author_id AND NOT m.silent)
                     AS part
               WHERE part.actor_id <> OWNER) AS others
        FROM conversation AS c
        JOIN post_visible_to(OWNER) AS p ON p.id = c.last_post_id
       WHERE true
      """
        .replace("OWNER", owner);
  }

  /** New direct posts go on with the threads of all who have part in them here. */
  void add(Transaction tx, Collection<Long> posts) {
    tx.execute(
        """
        INSERT INTO conversation AS c (owner_id, thread, id, last_post_id, unread)
        SELECT DISTINCT ON (part.actor_id, coalesce(p.conversation, p.uri))
               part.actor_id, coalesce(p.conversation, p.uri), p.id, p.id,
               part.actor_id <> p.author_id
          FROM post AS p
         CROSS JOIN LATERAL (SELECT p.author_id AS actor_id
                              UNION
                             SELECT m.actor_id FROM post_mention AS m WHERE m.post_id = p.id)
               AS part
          JOIN actor_here AS here ON here.actor_id = part.actor_id
         WHERE p.id = ANY ($1) AND p.visibility = 'direct' AND p.deleted_at IS NULL
           AND NOT EXISTS (SELECT FROM hidden_from AS h
                            WHERE h.viewer_id = part.actor_id AND h.hidden_id = p.author_id)
         ORDER BY part.actor_id, coalesce(p.conversation, p.uri), p.id DESC
        ON CONFLICT (owner_id, thread) DO UPDATE
          SET last_post_id = greatest(c.last_post_id, excluded.last_post_id),
              unread = excluded.unread
        """,
        Tuple.tuple().addArrayOfLong(posts.toArray(Long[]::new)));
  }

  /** Where the last post was deleted, the one before is the last; where there is none, it ends. */
  void stepBack(Transaction tx, Collection<Long> deleted) {
    var ending = Tuple.tuple().addArrayOfLong(deleted.toArray(Long[]::new));
    tx.execute(
        """
        UPDATE conversation AS c
           SET last_post_id = before.id
          FROM conversation AS ending
         CROSS JOIN LATERAL (
               SELECT p.id FROM post AS p
                WHERE coalesce(p.conversation, p.uri) = ending.thread
                  AND p.visibility = 'direct' AND p.deleted_at IS NULL
                  AND (p.author_id = ending.owner_id
                       OR EXISTS (SELECT FROM post_mention AS m
                                   WHERE m.post_id = p.id AND m.actor_id = ending.owner_id))
                ORDER BY p.id DESC LIMIT 1) AS before
         WHERE ending.last_post_id = ANY ($1)
           AND c.owner_id = ending.owner_id AND c.thread = ending.thread
        """,
        ending);
    tx.execute("DELETE FROM conversation WHERE last_post_id = ANY ($1)", ending);
  }

  /** Nobody is left to read them. */
  void deleteOf(Transaction tx, Collection<Long> owners) {
    tx.execute(
        "DELETE FROM conversation WHERE owner_id = ANY ($1)",
        Tuple.tuple().addArrayOfLong(owners.toArray(Long[]::new)));
  }

  /** Pages go by what was said last. */
  List<Conversation> page(Queries queries, long owner, PageRequest page) {
    var sql =
        SELECT
            + page.within("c.last_post_id", 2)
            + " ORDER BY c.last_post_id "
            + page.direction()
            + " LIMIT "
            + page.limit();
    return page.newestFirst(
        queries.list(sql, page.bounds(Tuple.of(owner)), ConversationTable::from));
  }

  Optional<Conversation> find(Queries queries, long owner, long id) {
    return queries.one(SELECT + " AND c.id = $2", Tuple.of(owner, id), ConversationTable::from);
  }

  /** Which conversations of these owners end with which of these posts. */
  List<Held> endingWith(Queries queries, Collection<Long> owners, Collection<Long> posts) {
    return queries.list(
        select("c.owner_id") + " AND c.owner_id = ANY ($1) AND c.last_post_id = ANY ($2)",
        Tuple.tuple()
            .addArrayOfLong(owners.toArray(Long[]::new))
            .addArrayOfLong(posts.toArray(Long[]::new)),
        row -> new Held(row.getLong("owner_id"), from(row)));
  }

  void mark(Queries queries, long owner, long id, boolean unread) {
    queries.execute(
        "UPDATE conversation SET unread = $3 WHERE owner_id = $1 AND id = $2",
        Tuple.of(owner, id, unread));
  }

  boolean delete(Queries queries, long owner, long id) {
    return queries.execute(
            "DELETE FROM conversation WHERE owner_id = $1 AND id = $2", Tuple.of(owner, id))
        > 0;
  }

  private static Conversation from(Row row) {
    var others = row.getArrayOfLongs("others");
    return new Conversation(
        row.getLong("id"),
        row.getLong("last_post_id"),
        row.getBoolean("unread"),
        others == null ? List.of() : List.of(others));
  }
}

package social.kring.community.posts;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code post_idempotency}. */
final class IdempotencyTable {

  /** Which post a key has made. */
  Optional<Long> find(Queries queries, long actor, String key) {
    return queries.one(
        "SELECT post_id FROM post_idempotency WHERE actor_id = $1 AND key = $2",
        Tuple.of(actor, key),
        row -> row.getLong("post_id"));
  }

  /**
   * Takes a key for a post. Waits for another request with the same key that is under way.
   *
   * @return whether it was free
   */
  boolean take(Transaction tx, long actor, String key, long post, Instant at) {
    return tx.execute(
            """
            INSERT INTO post_idempotency (actor_id, key, post_id, used_at)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT (actor_id, key) DO NOTHING
            """,
            Tuple.of(actor, key, post, PostColumns.time(at)))
        > 0;
  }

  int deleteBefore(Transaction tx, Instant before, int most) {
    return tx.execute(
        """
        DELETE FROM post_idempotency
         WHERE (actor_id, key) IN (
               SELECT actor_id, key FROM post_idempotency
                WHERE used_at < $1 ORDER BY used_at LIMIT $2)
        """,
        Tuple.of(PostColumns.time(before), most));
  }
}

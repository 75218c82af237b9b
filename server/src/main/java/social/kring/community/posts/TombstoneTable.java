package social.kring.community.posts;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.url.FediUrl;

/**
 * The table {@code post_tombstone}: what an actor took back, so that it stays away even if it
 * arrives only afterwards.
 */
final class TombstoneTable {

  void insert(Transaction tx, long actor, FediUrl uri, Instant at) {
    tx.execute(
        """
        INSERT INTO post_tombstone (actor_id, uri, buried_at)
        VALUES ($1, $2, $3)
        ON CONFLICT DO NOTHING
        """,
        Tuple.of(actor, uri.text(), PostColumns.time(at)));
  }

  boolean has(Queries queries, long actor, FediUrl uri) {
    return queries.exists(
        "SELECT FROM post_tombstone WHERE actor_id = $1 AND uri = $2", Tuple.of(actor, uri.text()));
  }

  int deleteBefore(Transaction tx, Instant before, int most) {
    return tx.execute(
        """
        DELETE FROM post_tombstone
         WHERE (actor_id, uri) IN (
               SELECT actor_id, uri FROM post_tombstone
                WHERE buried_at < $1 ORDER BY buried_at LIMIT $2)
        """,
        Tuple.of(PostColumns.time(before), most));
  }
}

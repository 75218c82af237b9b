package social.kring.community.posts;

import io.vertx.sqlclient.Tuple;
import social.kring.platform.storage.Transaction;

/** The table {@code thread_mute}. */
final class ThreadMuteTable {

  void insert(Transaction tx, long actor, String thread) {
    tx.execute(
        "INSERT INTO thread_mute (actor_id, thread) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        Tuple.of(actor, thread));
  }

  void delete(Transaction tx, long actor, String thread) {
    tx.execute(
        "DELETE FROM thread_mute WHERE actor_id = $1 AND thread = $2", Tuple.of(actor, thread));
  }
}

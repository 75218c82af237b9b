package social.kring.community.relationships;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.url.FediUrl;

/**
 * The table {@code follow_undone}: which Follows were undone, so that an Undo which overtakes its
 * Follow wins. Some software uses the id of an undone Follow again, so an entry swallows one Follow
 * only.
 */
final class UndoneTable {

  /**
   * Remembers an Undo. A repeated one changes nothing.
   *
   * @param seen whether its Follow had arrived
   */
  void insert(Transaction tx, long follower, FediUrl activity, boolean seen, Instant at) {
    tx.execute(
        """
        INSERT INTO follow_undone (follower_id, activity_uri, seen, undone_at)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (follower_id, activity_uri) DO NOTHING
        """,
        Tuple.of(follower, activity.text(), seen, at.atOffset(ZoneOffset.UTC)));
  }

  /**
   * Whether a Follow that arrives only now was undone before. Asked again, the answer is no.
   *
   * @param since older entries do not count
   */
  boolean swallows(Transaction tx, long follower, FediUrl activity, Instant since) {
    return tx.execute(
            """
            UPDATE follow_undone
               SET seen = true
             WHERE follower_id = $1 AND activity_uri = $2
               AND NOT seen AND undone_at > $3
            """,
            Tuple.of(follower, activity.text(), since.atOffset(ZoneOffset.UTC)))
        > 0;
  }

  /** A Follow was accepted under this id again: the next Undo of it is a new one. */
  void forget(Transaction tx, long follower, FediUrl activity) {
    tx.execute(
        """
        DELETE FROM follow_undone
         WHERE follower_id = $1 AND activity_uri = $2
        """,
        Tuple.of(follower, activity.text()));
  }

  int deleteBefore(Transaction tx, Instant before, int most) {
    return tx.execute(
        """
        DELETE FROM follow_undone
         WHERE (follower_id, activity_uri) IN (
               SELECT follower_id, activity_uri FROM follow_undone
                WHERE undone_at < $1 ORDER BY undone_at LIMIT $2)
        """,
        Tuple.of(before.atOffset(ZoneOffset.UTC), most));
  }
}

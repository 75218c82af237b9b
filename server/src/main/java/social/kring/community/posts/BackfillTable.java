package social.kring.community.posts;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import social.kring.platform.storage.Queries;

/** The table {@code post_backfill}. */
final class BackfillTable {
  private BackfillTable() {}

  /**
   * @param since what was filled after this instant is full
   * @return whether it is time to fill it
   */
  static boolean begin(Queries queries, long actor, Instant now, Instant since) {
    return queries.execute(
            """
            INSERT INTO post_backfill AS b (actor_id, filled_at)
            VALUES ($1, $2)
            ON CONFLICT (actor_id) DO UPDATE SET filled_at = excluded.filled_at
            WHERE b.filled_at < $3
            """,
            Tuple.of(actor, PostColumns.time(now), PostColumns.time(since)))
        > 0;
  }
}

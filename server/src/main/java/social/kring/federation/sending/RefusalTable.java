package social.kring.federation.sending;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code delivery_refusal}. */
final class RefusalTable {
  private static final int MOST = 500;

  void count(Transaction tx, Collection<Refusal> refusals, Instant now) {
    tx.batch(
        """
        INSERT INTO delivery_refusal (host, reason, times, last_at)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (host, reason) DO UPDATE
           SET times = delivery_refusal.times + excluded.times, last_at = excluded.last_at
        """,
        refusals.stream()
            .map(
                refusal ->
                    Tuple.of(
                        refusal.host(),
                        refusal.reason(),
                        refusal.times(),
                        now.atOffset(ZoneOffset.UTC)))
            .toList());
  }

  /** The latest first. */
  List<Refusal> latest(Queries queries) {
    return queries.list(
        "SELECT host, reason, times FROM delivery_refusal ORDER BY last_at DESC, host LIMIT $1",
        Tuple.of(MOST),
        row -> new Refusal(row.getString("host"), row.getString("reason"), row.getLong("times")));
  }
}

package social.kring.federation.receiving;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.platform.workers.QueueDepth;

/** The table {@code inbox_event} as operators look at it. */
final class QueueTable {

  List<QueuedActivity> parked(Queries queries, int most) {
    return queries.list(
        """
        SELECT id, type, activity, signer, failures, outcome, reason, received_at
          FROM inbox_event
         WHERE outcome = 'parked'
         ORDER BY handled_at
         LIMIT $1
        """,
        Tuple.of(most),
        QueueTable::queued);
  }

  List<QueuedActivity> waiting(Queries queries, int most) {
    return queries.list(
        """
        SELECT id, type, activity, signer, failures, outcome, reason, received_at
          FROM inbox_event
         WHERE outcome IS NULL
         ORDER BY next_at, id
         LIMIT $1
        """,
        Tuple.of(most),
        QueueTable::queued);
  }

  Optional<QueuedActivity> find(Queries queries, long id) {
    return queries.one(
        """
        SELECT id, type, activity, signer, failures, outcome, reason, received_at
          FROM inbox_event
         WHERE id = $1
        """,
        Tuple.of(id),
        QueueTable::queued);
  }

  private static QueuedActivity queued(Row row) {
    return new QueuedActivity(
        row.getLong("id"),
        row.getString("type"),
        row.getString("activity"),
        row.getString("signer"),
        new QueuedActivity.Fate(
            row.getInteger("failures"),
            Optional.ofNullable(row.getString("outcome")),
            Optional.ofNullable(row.getString("reason")),
            row.getOffsetDateTime("received_at").toInstant()));
  }

  /** Whoever had taken it up has lost it by then, so it begins as if it had just arrived. */
  boolean unpark(Transaction tx, long id, Instant now) {
    return tx.execute(
            """
            UPDATE inbox_event
               SET outcome = NULL, handled_at = NULL, next_at = $2, attempts = 0, failures = 0
             WHERE id = $1 AND outcome = 'parked' AND body IS NOT NULL
            """,
            Tuple.of(id, now.atOffset(ZoneOffset.UTC)))
        > 0;
  }

  boolean drop(Transaction tx, long id, Instant now) {
    return tx.execute(
            """
            UPDATE inbox_event
               SET outcome = 'refused', reason = 'dropped by the operator', next_at = NULL,
                   handled_at = $2
             WHERE id = $1 AND (outcome IS NULL OR outcome = 'parked')
            """,
            Tuple.of(id, now.atOffset(ZoneOffset.UTC)))
        > 0;
  }

  /** Each part reads one index. */
  QueueDepth depth(Queries queries, Instant now) {
    return queries
        .one(
            """
            SELECT (SELECT count(*) FROM (SELECT FROM inbox_event WHERE outcome IS NULL LIMIT $1) AS w) AS waiting,
                   (SELECT count(*) FROM (SELECT FROM inbox_event WHERE outcome = 'parked' LIMIT $1) AS p) AS parked,
                   coalesce((extract(epoch FROM $2::timestamptz - (SELECT min(next_at) FROM inbox_event WHERE outcome IS NULL)) * 1000)::bigint,
                            0) AS overdue
            """,
            Tuple.of(QueueDepth.MOST, now.atOffset(ZoneOffset.UTC)),
            row ->
                new QueueDepth(
                    "inbox",
                    row.getLong("waiting"),
                    row.getLong("parked"),
                    Duration.ofMillis(Math.max(0, row.getLong("overdue")))))
        .orElseThrow();
  }
}

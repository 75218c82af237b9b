package social.kring.platform.events;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code event_failure}. */
final class FailureTable {

  /**
   * @return how often the event has failed by now
   */
  int add(Transaction tx, String consumer, Event event, String reason, Instant now) {
    return tx.one(
            """
            INSERT INTO event_failure
                   (consumer, number, id, kind, subject, details, tries, reason, failed_at)
            VALUES ($1, $2, $3, $4, $5, $6::text::jsonb, 1, $7, $8)
            ON CONFLICT (consumer, number) DO UPDATE
               SET tries = event_failure.tries + 1,
                   reason = excluded.reason,
                   failed_at = excluded.failed_at
            RETURNING tries
            """,
            Tuple.of(consumer, event.number(), event.id(), event.kind(), event.subject())
                .addString(event.happening().details().toString())
                .addString(reason)
                .addOffsetDateTime(time(now)),
            row -> row.getInteger("tries"))
        .orElseThrow();
  }

  void park(Transaction tx, String consumer, Event event, Instant now) {
    tx.execute(
        "UPDATE event_failure SET parked_at = $3 WHERE consumer = $1 AND number = $2",
        Tuple.of(consumer, event.number(), time(now)));
  }

  List<ParkedEvent> parked(Queries queries, int most) {
    return queries.list(
        """
        SELECT consumer, number, kind, subject, tries, reason, parked_at
          FROM event_failure
         WHERE parked_at IS NOT NULL
         ORDER BY parked_at DESC
         LIMIT $1
        """,
        Tuple.of(most),
        FailureTable::event);
  }

  Optional<ParkedEvent> find(Queries queries, String consumer, long number) {
    return queries.one(
        """
        SELECT consumer, number, kind, subject, tries, reason, parked_at
          FROM event_failure
         WHERE consumer = $1 AND number = $2 AND parked_at IS NOT NULL
        """,
        Tuple.of(consumer, number),
        FailureTable::event);
  }

  private static ParkedEvent event(Row row) {
    return new ParkedEvent(
        row.getString("consumer"),
        row.getLong("number"),
        row.getString("kind"),
        row.getLong("subject"),
        row.getInteger("tries"),
        row.getString("reason"),
        row.getOffsetDateTime("parked_at").toInstant());
  }

  boolean deleteParked(Transaction tx, String consumer, long number) {
    return tx.execute(
            """
            DELETE FROM event_failure
             WHERE consumer = $1 AND number = $2 AND parked_at IS NOT NULL
            """,
            Tuple.of(consumer, number))
        > 0;
  }

  /** Failures that were overcome, and parked events that nobody has looked at for long. */
  void deleteBefore(Transaction tx, Instant before) {
    tx.execute("DELETE FROM event_failure WHERE failed_at < $1", Tuple.of(time(before)));
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

package social.kring.platform.events;

import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import social.kring.platform.events.EventTable.Span;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/**
 * The table {@code event_cursor}. Whoever holds a cursor's row works with it, and nobody else: the
 * lock is a lease that ends with the transaction, however that ends.
 */
final class CursorTable {
  static final String RELAY = "events.relay";

  private static final int MOST = 1_000;

  /**
   * New consumers begin where the log is now; on a new node that is its beginning.
   *
   * @param names of all consumers that this version has
   */
  void register(Queries queries, Collection<String> names, Instant now) {
    queries.execute(
        """
        INSERT INTO event_cursor (name, number, moved_at)
        SELECT consumer.name, relay.number, $2
          FROM unnest($1::text[]) AS consumer (name), event_cursor AS relay
         WHERE relay.name = '%s'
        ON CONFLICT DO NOTHING
        """
            .formatted(RELAY),
        Tuple.tuple().addArrayOfString(names.toArray(String[]::new)).addOffsetDateTime(time(now)));
  }

  /**
   * Takes the relay's row, waiting for whoever has it: what is committed here meanwhile might not
   * be seen by the other. An asynchronous commit loses nothing: what depends on these numbers is
   * written behind them in the log of PostgreSQL, and an event without its number gets another.
   *
   * @return the number that was given last
   */
  long takeRelay(Transaction tx) {
    return tx.one(
            """
            SELECT number, set_config('synchronous_commit', 'off', true)
              FROM event_cursor
             WHERE name = '%s'
               FOR UPDATE
            """
                .formatted(RELAY),
            row -> row.getLong("number"))
        .orElseThrow();
  }

  /**
   * Takes a consumer's row, if there is something behind its cursor and nobody else has it. The
   * effects and the cursor are lost together or not at all, so the commit need not be waited for.
   *
   * @param after consumers that it does not overtake
   */
  Optional<Span> take(Transaction tx, String name, Set<String> after) {
    return tx.one(
        """
        SELECT c.number AS after, reached.number AS up_to,
               set_config('synchronous_commit', 'off', true)
          FROM event_cursor AS c,
               (SELECT min(number) AS number
                  FROM event_cursor
                 WHERE name = '%s' OR name = ANY ($2)) AS reached
         WHERE c.name = $1 AND c.number < reached.number
           FOR UPDATE OF c SKIP LOCKED
        """
            .formatted(RELAY),
        Tuple.of(name).addArrayOfString(after.toArray(String[]::new)),
        row -> new Span(row.getLong("after"), row.getLong("up_to")));
  }

  /** How far the relay and these consumers are; a consumer that is unknown is absent. */
  Map<String, Long> reached(Queries queries, Set<String> consumers) {
    return queries
        .list(
            "SELECT name, number FROM event_cursor WHERE name = '%s' OR name = ANY ($1)"
                .formatted(RELAY),
            Tuple.tuple().addArrayOfString(consumers.toArray(String[]::new)),
            row -> Map.entry(row.getString("name"), row.getLong("number")))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  void move(Transaction tx, String name, long number, Instant now) {
    tx.execute(
        "UPDATE event_cursor SET number = $2, moved_at = $3 WHERE name = $1",
        Tuple.of(name, number, time(now)));
  }

  /** How far all consumers are, but for those that have not moved since then: they are no more. */
  long slowest(Queries queries, Instant alive) {
    return queries
        .one(
            "SELECT min(number) AS slowest FROM event_cursor WHERE moved_at > $1",
            Tuple.of(time(alive)),
            row -> Optional.ofNullable(row.getLong("slowest")))
        .flatMap(slowest -> slowest)
        .orElse(0L);
  }

  List<EventLag> lags(Queries queries, Instant now) {
    return queries.list(
        """
        SELECT c.name, relay.number - c.number AS events, next.recorded_at
          FROM event_cursor AS relay
          JOIN event_cursor AS c ON c.name <> relay.name
          LEFT JOIN LATERAL (SELECT recorded_at
                               FROM event
                              WHERE number > c.number
                              ORDER BY number
                              LIMIT 1) AS next ON true
         WHERE relay.name = '%s'
         ORDER BY c.name
         LIMIT $1
        """
            .formatted(RELAY),
        Tuple.of(MOST),
        row ->
            new EventLag(
                row.getString("name"),
                row.getLong("events"),
                Optional.ofNullable(row.getOffsetDateTime("recorded_at"))
                    .map(at -> Duration.between(at.toInstant(), now))
                    .orElse(Duration.ZERO)));
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

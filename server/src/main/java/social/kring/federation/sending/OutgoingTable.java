package social.kring.federation.sending;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import social.kring.platform.events.Publication;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code outgoing_activity}. */
final class OutgoingTable {

  void insert(Transaction tx, long id, Publication publication, Instant now) {
    tx.execute(
        "INSERT INTO outgoing_activity (id, sender_id, body, queued_at) VALUES ($1, $2, $3, $4)",
        Tuple.of(
            id,
            publication.sender(),
            publication.activity().toString(),
            now.atOffset(ZoneOffset.UTC)));
  }

  void delete(Transaction tx, long id) {
    tx.execute("DELETE FROM outgoing_activity WHERE id = $1", Tuple.of(id));
  }

  Map<Long, String> bodies(Queries queries, Collection<Long> ids) {
    return queries
        .list(
            "SELECT id, body FROM outgoing_activity WHERE id = ANY ($1)",
            Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)),
            row -> Map.entry(row.getLong("id"), row.getString("body")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Forgets, of a number of activities behind a place, those that nobody waits for.
   *
   * @param before those that were queued later stay
   * @return the place of the last that was looked at; empty: there are no more
   */
  Optional<Place> deleteUnused(Queries queries, Place after, Instant before, int most) {
    return queries.one(
        """
        WITH looked AS (
             SELECT id, queued_at
               FROM outgoing_activity
              WHERE (queued_at, id) > ($1, $2) AND queued_at < $3
              ORDER BY queued_at, id
              LIMIT $4),
             gone AS (
             DELETE FROM outgoing_activity AS o
              USING looked AS l
              WHERE o.id = l.id AND NOT EXISTS (SELECT FROM delivery WHERE activity_id = o.id))
        SELECT queued_at, id
          FROM looked
         ORDER BY queued_at DESC, id DESC
         LIMIT 1
        """,
        Tuple.of(
            after.queuedAt().atOffset(ZoneOffset.UTC),
            after.id(),
            before.atOffset(ZoneOffset.UTC),
            most),
        row -> new Place(row.getOffsetDateTime("queued_at").toInstant(), row.getLong("id")));
  }

  /** Where an activity stands in the order of time. */
  record Place(Instant queuedAt, long id) {
    static final Place FIRST = new Place(Instant.EPOCH, 0);
  }
}

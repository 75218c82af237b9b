package social.kring.federation.sending;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.kring.platform.events.Publication;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.platform.workers.QueueDepth;
import social.kring.protocol.url.FediUrl;

/** The tables {@code delivery} and {@code inbox_gone}. */
final class DeliveryTable {

  /**
   * Leaves one delivery for each inbox that the recipients have.
   *
   * @return how many
   */
  int insert(Transaction tx, long activity, Publication publication, Audiences audiences) {
    var recipients = publication.recipients();
    var parameters = Tuple.of(activity, publication.sender(), Audiences.arePersonal(recipients));
    return tx.execute(
        """
        INSERT INTO delivery (activity_id, sender_id, host, inbox)
        SELECT $1, $2, substring(target.inbox FROM '^[a-z]+://([^/?#]+)') AS host, target.inbox
          FROM (SELECT DISTINCT CASE WHEN $3::boolean THEN a.inbox
                                     ELSE coalesce(a.shared_inbox, a.inbox) END AS inbox
                  FROM (%s) AS recipient
                  JOIN actor_inbox AS a ON a.actor_id = recipient.actor_id) AS target
         WHERE NOT EXISTS (SELECT FROM inbox_gone AS g WHERE g.inbox = target.inbox)
         ORDER BY host, target.inbox
        """
            .formatted(audiences.union(recipients, parameters)),
        parameters);
  }

  /**
   * The first deliveries that wait in each lane. By an expression, since PostgreSQL would else look
   * for them along the primary key, through all that waits for others.
   */
  List<Waiting> heads(Queries queries, Collection<Lane> lanes, int most) {
    return queries.list(
        """
        SELECT d.id, d.host, d.sender_id, d.inbox, d.activity_id, d.tries,
               EXISTS (SELECT FROM inbox_gone AS g WHERE g.inbox = d.inbox) AS gone
          FROM unnest($1::text[], $2::bigint[]) AS lane (host, sender_id)
         CROSS JOIN LATERAL (SELECT *
                               FROM delivery
                              WHERE host = lane.host
                                AND sender_id = lane.sender_id
                                AND parked_at IS NULL
                              ORDER BY id + 0
                              LIMIT $3) AS d
         ORDER BY d.id
        """,
        LaneTable.parameters(lanes).addInteger(most),
        row ->
            new Waiting(
                row.getLong("id"),
                new Lane(row.getString("host"), row.getLong("sender_id")),
                FediUrl.parse(row.getString("inbox")),
                row.getLong("activity_id"),
                row.getInteger("tries"),
                row.getBoolean("gone")));
  }

  /**
   * A delivery without what is delivered.
   *
   * @param gone whether its inbox was buried while the delivery was being written down
   */
  record Waiting(long id, Lane lane, FediUrl inbox, long activity, int tries, boolean gone) {}

  int delete(Queries queries, Collection<Long> ids) {
    return queries.execute(
        "DELETE FROM delivery WHERE id = ANY ($1)",
        Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)));
  }

  /** Nothing is ever sent to this inbox again. */
  void bury(Transaction tx, String host, FediUrl inbox, Instant now) {
    tx.execute(
        "INSERT INTO inbox_gone (inbox, gone_at) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        Tuple.of(inbox.text(), time(now)));
    tx.execute(
        "DELETE FROM delivery WHERE host = $1 AND inbox = $2 AND parked_at IS NULL",
        Tuple.of(host, inbox.text()));
  }

  void failed(Transaction tx, Map<Long, String> reasons) {
    tx.execute(
        """
        UPDATE delivery AS d
           SET tries = d.tries + 1, reason = failure.reason
          FROM unnest($1::bigint[], $2::text[]) AS failure (id, reason)
         WHERE d.id = failure.id
        """,
        Tuple.tuple()
            .addArrayOfLong(reasons.keySet().toArray(Long[]::new))
            .addArrayOfString(reasons.values().toArray(String[]::new)));
  }

  void park(Transaction tx, Collection<Long> ids, Instant now) {
    tx.execute(
        "UPDATE delivery SET parked_at = $2 WHERE id = ANY ($1)",
        Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)).addOffsetDateTime(time(now)));
  }

  /** Gives up what was queued before, some at a time. */
  int parkOld(Transaction tx, Instant queuedBefore, Instant now, int most) {
    return tx.execute(
        """
        UPDATE delivery
           SET parked_at = $2, reason = coalesce(reason, 'its turn never came')
         WHERE id IN (SELECT d.id
                        FROM outgoing_activity AS o
                        JOIN delivery AS d ON d.activity_id = o.id
                       WHERE o.queued_at < $1 AND d.parked_at IS NULL
                       LIMIT $3)
        """,
        Tuple.of(time(queuedBefore), time(now), most));
  }

  int deleteParked(Transaction tx, Instant parkedBefore, int most) {
    return tx.execute(
        """
        DELETE FROM delivery
         WHERE id IN (SELECT id FROM delivery WHERE parked_at < $1 ORDER BY parked_at LIMIT $2)
        """,
        Tuple.of(time(parkedBefore), most));
  }

  /** Back into its lane. */
  List<Lane> unpark(Transaction tx, Collection<Long> ids) {
    return tx.list(
        """
        UPDATE delivery
           SET parked_at = NULL, tries = 0
         WHERE id = ANY ($1) AND parked_at IS NOT NULL
        RETURNING host, sender_id
        """,
        Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)),
        row -> new Lane(row.getString("host"), row.getLong("sender_id")));
  }

  /** Also those that are parked. */
  List<QueuedDelivery> page(Queries queries, long after, int most) {
    return queries.list(
        """
        SELECT d.id, d.sender_id, d.inbox, d.tries, d.reason, d.parked_at, o.queued_at
          FROM delivery AS d
          JOIN outgoing_activity AS o ON o.id = d.activity_id
         WHERE d.id > $1
         ORDER BY d.id
         LIMIT $2
        """,
        Tuple.of(after, most),
        DeliveryTable::queued);
  }

  Optional<QueuedDelivery> find(Queries queries, long id) {
    return queries.one(
        """
        SELECT d.id, d.sender_id, d.inbox, d.tries, d.reason, d.parked_at, o.queued_at
          FROM delivery AS d
          JOIN outgoing_activity AS o ON o.id = d.activity_id
         WHERE d.id = $1
        """,
        Tuple.of(id),
        DeliveryTable::queued);
  }

  /** Those that wait, the oldest first. */
  List<QueuedDelivery> waiting(Queries queries, int most) {
    return queries.list(
        """
        SELECT d.id, d.sender_id, d.inbox, d.tries, d.reason, d.parked_at, o.queued_at
          FROM delivery AS d
          JOIN outgoing_activity AS o ON o.id = d.activity_id
         WHERE d.parked_at IS NULL
         ORDER BY d.id
         LIMIT $1
        """,
        Tuple.of(most),
        DeliveryTable::queued);
  }

  /** Those that were given up, the oldest first. */
  List<QueuedDelivery> parked(Queries queries, int most) {
    return queries.list(
        """
        SELECT d.id, d.sender_id, d.inbox, d.tries, d.reason, d.parked_at, o.queued_at
          FROM delivery AS d
          JOIN outgoing_activity AS o ON o.id = d.activity_id
         WHERE d.parked_at IS NOT NULL
         ORDER BY d.parked_at
         LIMIT $1
        """,
        Tuple.of(most),
        DeliveryTable::queued);
  }

  private static QueuedDelivery queued(Row row) {
    return new QueuedDelivery(
        row.getLong("id"),
        row.getLong("sender_id"),
        FediUrl.parse(row.getString("inbox")),
        new QueuedDelivery.Fate(
            row.getInteger("tries"),
            Optional.ofNullable(row.getString("reason")),
            row.getOffsetDateTime("queued_at").toInstant(),
            Optional.ofNullable(row.getOffsetDateTime("parked_at"))
                .map(OffsetDateTime::toInstant)));
  }

  long waiting(Queries queries) {
    return count(queries, "SELECT count(*) FROM delivery WHERE parked_at IS NULL");
  }

  long parked(Queries queries) {
    return count(queries, "SELECT count(*) FROM delivery WHERE parked_at IS NOT NULL");
  }

  private static long count(Queries queries, String sql) {
    return queries.one(sql, row -> row.getLong(0)).orElseThrow();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** Each part reads one index. */
  QueueDepth depth(Queries queries, Instant now) {
    return queries
        .one(
            """
            SELECT (SELECT count(*) FROM (SELECT FROM delivery WHERE parked_at IS NULL LIMIT $1) AS w) AS waiting,
                   (SELECT count(*) FROM (SELECT FROM delivery WHERE parked_at IS NOT NULL LIMIT $1) AS p) AS parked,
                   coalesce((extract(epoch FROM $2::timestamptz - (SELECT min(due_at) FROM delivery_host WHERE well)) * 1000)::bigint,
                            0) AS overdue
            """,
            Tuple.of(QueueDepth.MOST, now.atOffset(ZoneOffset.UTC)),
            row ->
                new QueueDepth(
                    "deliveries",
                    row.getLong("waiting"),
                    row.getLong("parked"),
                    Duration.ofMillis(Math.max(0, row.getLong("overdue")))))
        .orElseThrow();
  }
}

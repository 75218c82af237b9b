package social.kring.community.notifications;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import social.kring.community.PageRequest;
import social.kring.community.notifications.NotificationRequest.Summary;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The tables {@code notification_request} and {@code notification_permission}. */
final class RequestTable {
  private static final int MOST_COUNTED = 100;

  private static final String SHOWN =
      """
      FROM notification_request AS r
      WHERE r.owner_id = $1
        AND NOT EXISTS (SELECT FROM hidden_from AS h
                         WHERE h.viewer_id = $1 AND h.hidden_id = r.actor_id)
        AND NOT EXISTS (SELECT FROM muted_by AS m
                         WHERE m.viewer_id = $1 AND m.muted_id = r.actor_id
                           AND m.hides_notifications)
        AND NOT EXISTS (SELECT FROM actor_withheld AS w WHERE w.actor_id = r.actor_id)
      """;

  private static final String FOUND =
      """
      SELECT r.id, r.actor_id, r.requested_at, r.updated_at,
             (SELECT count(*) FROM (SELECT FROM notification AS n
                                     WHERE n.owner_id = r.owner_id AND n.actor_id = r.actor_id
                                       AND n.filtered
                                     LIMIT %d) AS each) AS count,
             (SELECT n.post_id FROM notification AS n
               WHERE n.owner_id = r.owner_id AND n.actor_id = r.actor_id AND n.filtered
                 AND n.type IN ('mention', 'status', 'quote')
                 AND EXISTS (SELECT FROM post_visible_to($1) AS p WHERE p.id = n.post_id)
               ORDER BY n.id DESC
               LIMIT 1) AS post_id
      """
          .formatted(MOST_COUNTED);

  private static final String SOME_HELD_BACK =
      """
      (SELECT id FROM notification
        WHERE owner_id = $1 AND actor_id = $2 AND filtered
        ORDER BY id
        LIMIT $3)
      """;

  List<NotificationRequest> page(Queries queries, long owner, PageRequest page) {
    return page.newestFirst(
        queries.list(
            "%s %s %s ORDER BY r.id %s LIMIT %d"
                .formatted(FOUND, SHOWN, page.within("r.id", 2), page.direction(), page.limit()),
            page.bounds(Tuple.of(owner)),
            RequestTable::from));
  }

  Optional<NotificationRequest> find(Queries queries, long owner, long id) {
    return queries.one(FOUND + SHOWN + " AND r.id = $2", Tuple.of(owner, id), RequestTable::from);
  }

  Summary summary(Queries queries, long owner) {
    return queries
        .one(
            """
            SELECT (SELECT count(*) FROM (SELECT %1$s LIMIT %2$d) AS each) AS requests,
                   (SELECT count(*)
                      FROM (SELECT FROM notification AS n
                             WHERE n.owner_id = $1 AND n.filtered
                               AND EXISTS (SELECT %1$s AND r.actor_id = n.actor_id)
                             LIMIT %2$d) AS each) AS notifications
            """
                .formatted(SHOWN, MOST_COUNTED),
            Tuple.of(owner),
            row -> new Summary(row.getLong("requests"), row.getLong("notifications")))
        .orElseThrow();
  }

  List<Long> actors(Queries queries, long owner, List<Long> ids) {
    return queries.list(
        "SELECT actor_id FROM notification_request WHERE owner_id = $1 AND id = ANY ($2)",
        Tuple.of(owner).addArrayOfLong(ids.toArray(Long[]::new)),
        row -> row.getLong("actor_id"));
  }

  void permit(Queries queries, long owner, long actor, Instant at) {
    queries.execute(
        """
        INSERT INTO notification_permission (owner_id, actor_id, permitted_at)
        VALUES ($1, $2, $3)
        ON CONFLICT DO NOTHING
        """,
        Tuple.of(owner, actor, at.atOffset(ZoneOffset.UTC)));
  }

  int release(Queries queries, long owner, long actor, int most) {
    return queries.execute(
        "UPDATE notification SET filtered = false WHERE owner_id = $1 AND id IN " + SOME_HELD_BACK,
        Tuple.of(owner, actor, most));
  }

  int drop(Queries queries, long owner, long actor, int most) {
    return queries.execute(
        "DELETE FROM notification WHERE owner_id = $1 AND id IN " + SOME_HELD_BACK,
        Tuple.of(owner, actor, most));
  }

  /** Waits for whoever is holding back one more, whose notification is seen from then on. */
  void lock(Transaction tx, long owner, long actor) {
    tx.one(
        """
        SELECT id FROM notification_request WHERE owner_id = $1 AND actor_id = $2 FOR UPDATE
        """,
        Tuple.of(owner, actor),
        row -> row.getLong("id"));
  }

  /** Only where nothing is held back. */
  void deleteEmpty(Queries queries, long owner, long actor) {
    queries.execute(
        """
        DELETE FROM notification_request AS r
         WHERE r.owner_id = $1 AND r.actor_id = $2
           AND NOT EXISTS (SELECT FROM notification AS n
                            WHERE n.owner_id = $1 AND n.actor_id = $2 AND n.filtered)
        """,
        Tuple.of(owner, actor));
  }

  /** Of what waits for somebody. */
  int deleteSome(Queries queries, long owner, int most) {
    return queries.execute(
        """
        DELETE FROM notification_request
         WHERE owner_id = $1
           AND id IN (SELECT id FROM notification_request WHERE owner_id = $1 LIMIT $2)
        """,
        Tuple.of(owner, most));
  }

  /** Of what somebody did that waits for others. */
  int deleteSomeBy(Queries queries, long actor, int most) {
    return queries.execute(
        """
        DELETE FROM notification_request
         WHERE (owner_id, id) IN (SELECT owner_id, id FROM notification_request
                                   WHERE actor_id = $1 LIMIT $2)
        """,
        Tuple.of(actor, most));
  }

  /** Of those whom somebody let through. */
  int deleteSomePermissions(Queries queries, long owner, int most) {
    return queries.execute(
        """
        DELETE FROM notification_permission
         WHERE owner_id = $1
           AND actor_id IN (SELECT actor_id FROM notification_permission
                             WHERE owner_id = $1 LIMIT $2)
        """,
        Tuple.of(owner, most));
  }

  private static NotificationRequest from(Row row) {
    return new NotificationRequest(
        row.getLong("id"),
        row.getLong("actor_id"),
        row.getLong("count"),
        Optional.ofNullable(row.getLong("post_id")),
        row.getOffsetDateTime("requested_at").toInstant(),
        row.getOffsetDateTime("updated_at").toInstant());
  }
}

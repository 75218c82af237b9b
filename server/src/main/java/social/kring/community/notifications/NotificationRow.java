package social.kring.community.notifications;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Optional;

/**
 * A notification as it is stored.
 *
 * @param group what it is shown together with
 * @param actor who did it
 * @param post to what it was done
 * @param report of which it tells
 */
public record NotificationRow(
    long id,
    NotificationType type,
    String group,
    long actor,
    Optional<Long> post,
    Optional<Long> report,
    Instant at) {
  static final String COLUMNS =
      "n.id, n.type, n.group_key, n.actor_id, n.post_id, n.report_id, n.notified_at";

  static NotificationRow from(Row row) {
    return new NotificationRow(
        row.getLong("id"),
        NotificationType.named(row.getString("type")).orElseThrow(),
        row.getString("group_key"),
        row.getLong("actor_id"),
        Optional.of(row.getLong("post_id")).filter(post -> post != 0),
        Optional.of(row.getLong("report_id")).filter(report -> report != 0),
        row.getOffsetDateTime("notified_at").toInstant());
  }
}

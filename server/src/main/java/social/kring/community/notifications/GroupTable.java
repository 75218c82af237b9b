package social.kring.community.notifications;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import social.kring.community.PageRequest;
import social.kring.platform.storage.Queries;

/** The table {@code notification}, in groups. */
final class GroupTable {
  private static final int MOST_COUNTED = 1_000;
  private static final int MOST_PEOPLE = 8;

  /** After those of {@link ShownNotifications}. */
  private static final int GROUPED = ShownNotifications.PARAMETERS + 1;

  private static final String KEY =
      "(CASE WHEN n.type = ANY ($%d) THEN n.group_key ELSE 'ungrouped-' || n.id END)"
          .formatted(GROUPED);

  /**
   * The first notification of a group that a page meets.
   *
   * @param key of the group, or its own where its type is not grouped
   */
  record Head(String key, NotificationRow row) {}

  /**
   * Goes from group to group: the next notification that belongs to none of those before. A group
   * that began on the page before is not shown again.
   */
  List<Head> heads(
      Queries queries,
      long owner,
      NotificationFilter filter,
      Set<NotificationType> grouped,
      PageRequest page) {
    var candidates =
        ShownNotifications.as("n") + page.within("n.id", GROUPED + 1) + begunBefore(page);
    return page.newestFirst(
        queries.list(
            """
            WITH RECURSIVE head (id, key, seen) AS (
              (SELECT n.id, %1$s, ARRAY[%1$s] %2$s ORDER BY n.id %3$s LIMIT 1)
              UNION ALL
              SELECT next.id, next.key, head.seen || next.key
                FROM head
               CROSS JOIN LATERAL (
                 SELECT n.id, %1$s AS key %2$s
                    AND n.id %4$s head.id AND %1$s <> ALL (head.seen)
                  ORDER BY n.id %3$s LIMIT 1) AS next
               WHERE cardinality(head.seen) < %5$d
            )
            SELECT head.key, %6$s
              FROM head
              JOIN notification AS n ON n.owner_id = $1 AND n.id = head.id
             ORDER BY n.id %3$s
            """
                .formatted(
                    KEY,
                    candidates,
                    page.direction(),
                    page.upward() ? ">" : "<",
                    page.limit(),
                    NotificationRow.COLUMNS),
            page.bounds(filter.of(owner).addArrayOfString(NotificationType.texts(grouped))),
            row -> new Head(row.getString("key"), NotificationRow.from(row))));
  }

  /** Nothing comes before the first page. */
  private static String begunBefore(PageRequest page) {
    if (page.before() == Long.MAX_VALUE || page.upward()) return "";
    return " AND NOT (n.type = ANY ($%d) AND EXISTS (SELECT %s AND o.group_key = n.group_key AND o.id >= $%d))"
        .formatted(GROUPED, ShownNotifications.as("o"), GROUPED + 1);
  }

  /**
   * In no order.
   *
   * @param oldest the page begins here
   */
  List<NotificationGroup> groups(
      Queries queries, long owner, NotificationFilter filter, List<String> keys, long oldest) {
    if (keys.isEmpty()) return List.of();
    return queries.list(
        """
        SELECT wanted.key, n.id, n.type, n.group_key, n.actor_id, n.post_id, n.report_id,
               n.notified_at, shown.count, shown.oldest, shown.people
          FROM unnest($%1$d::text[]) AS wanted (key)
         CROSS JOIN LATERAL (
           SELECT count(*) AS count, max(id) AS newest,
                  min(id) FILTER (WHERE id >= $%2$d) AS oldest,
                  (array_agg(actor_id ORDER BY id DESC))[1:%3$d] AS people
             FROM (SELECT n.id, n.actor_id %4$s AND n.group_key = wanted.key
                    ORDER BY n.id DESC LIMIT %5$d) AS each) AS shown
          JOIN notification AS n ON n.owner_id = $1 AND n.id = shown.newest
        """
            .formatted(GROUPED, GROUPED + 1, MOST_PEOPLE, ShownNotifications.as("n"), MOST_COUNTED),
        filter.of(owner).addArrayOfString(keys.toArray(String[]::new)).addLong(oldest),
        GroupTable::group);
  }

  List<NotificationRow> members(Queries queries, long owner, String key, PageRequest page) {
    return page.newestFirst(
        queries.list(
            "SELECT %s %s AND n.group_key = $%d%s ORDER BY n.id %s LIMIT %d"
                .formatted(
                    NotificationRow.COLUMNS,
                    ShownNotifications.as("n"),
                    GROUPED,
                    page.within("n.id", GROUPED + 1),
                    page.direction(),
                    page.limit()),
            page.bounds(NotificationFilter.ALL.of(owner).addString(key)),
            NotificationRow::from));
  }

  long count(
      Queries queries,
      long owner,
      NotificationFilter filter,
      Set<NotificationType> grouped,
      PageRequest page) {
    return queries
        .one(
            "SELECT count(DISTINCT key) AS n FROM (SELECT %s AS key %s%s ORDER BY n.id DESC LIMIT %d) AS shown"
                .formatted(
                    KEY,
                    ShownNotifications.as("n"),
                    page.within("n.id", GROUPED + 1),
                    page.limit()),
            page.bounds(filter.of(owner).addArrayOfString(NotificationType.texts(grouped))),
            row -> row.getLong("n"))
        .orElse(0L);
  }

  int deleteSome(Queries queries, long owner, String key, int most) {
    return queries.execute(
        """
        DELETE FROM notification
         WHERE owner_id = $1
           AND id IN (SELECT id FROM notification
                       WHERE owner_id = $1 AND group_key = $2
                       ORDER BY id
                       LIMIT $3)
        """,
        Tuple.of(owner, key, most));
  }

  private static NotificationGroup group(Row row) {
    var newest = NotificationRow.from(row);
    var oldest = row.getLong("oldest");
    return new NotificationGroup(
        row.getString("key"),
        newest,
        row.getLong("count"),
        oldest == null ? newest.id() : oldest,
        Arrays.asList(row.getArrayOfLongs("people")));
  }
}

package social.kring.community.notifications;

import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import social.kring.community.PageRequest;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code notification}, one by one. */
final class NotificationTable {

  /**
   * Notes deeds down for those who live here, each once, and not if they are their own or those of
   * somebody hidden or muted, or if a policy drops them. What a policy holds back makes a request.
   */
  void insert(Transaction tx, Telling telling, List<Deed> deeds) {
    tx.execute(
        """
        WITH told AS (
          INSERT INTO notification
            (owner_id, id, type, actor_id, post_id, report_id, notified_at, filtered)
          SELECT here.actor_id, e.id, $1, e.actor_id,
                 CASE $2 WHEN 'POST' THEN e.done_to ELSE 0 END,
                 CASE $2 WHEN 'REPORT' THEN e.done_to ELSE 0 END,
                 e.at, verdict = 'filter'
            FROM unnest($5::bigint[], $6::bigint[], $7::bigint[], $8::timestamptz[])
              AS e (id, actor_id, done_to, at)
            %s
            JOIN actor_here AS here ON here.actor_id = party.actor_id
           CROSS JOIN LATERAL (
             SELECT CASE WHEN $4
                      THEN notification_verdict(here.actor_id, e.actor_id, e.done_to, e.at)
                      ELSE 'accept' END) AS judged (verdict)
           WHERE ($3 OR here.actor_id <> e.actor_id)
             AND verdict <> 'drop'
             AND NOT EXISTS (SELECT FROM hidden_from AS h
                              WHERE h.viewer_id = here.actor_id AND h.hidden_id = e.actor_id)
             AND NOT EXISTS (SELECT FROM muted_by AS m
                              WHERE m.viewer_id = here.actor_id AND m.muted_id = e.actor_id
                                AND m.hides_notifications)
             AND NOT ($2 = 'POST'
                      AND EXISTS (SELECT FROM thread_muted_by AS t
                                   WHERE t.viewer_id = here.actor_id AND t.post_id = e.done_to))
          ON CONFLICT DO NOTHING
          RETURNING owner_id, id, actor_id, notified_at, filtered)
        INSERT INTO notification_request (owner_id, id, actor_id, requested_at, updated_at)
        SELECT owner_id, min(id), actor_id, min(notified_at), max(notified_at)
          FROM told
         WHERE filtered
         GROUP BY owner_id, actor_id
            ON CONFLICT (owner_id, actor_id) DO UPDATE SET updated_at = EXCLUDED.updated_at
        """
            .formatted(telling.recipients()),
        Tuple.of(
                telling.type().text(),
                telling.topic().name(),
                telling.tellsDoer(),
                telling.type().filterable())
            .addArrayOfLong(longs(deeds, Deed::id))
            .addArrayOfLong(longs(deeds, Deed::actor))
            .addArrayOfLong(longs(deeds, Deed::to))
            .addArrayOfOffsetDateTime(
                deeds.stream()
                    .map(deed -> deed.at().atOffset(ZoneOffset.UTC))
                    .toArray(OffsetDateTime[]::new)));
  }

  /** Takes back what was told of deeds to posts. */
  void deletePosts(Transaction tx, NotificationType type, List<Deed> deeds) {
    tx.execute(
        """
        DELETE FROM notification AS n
         USING unnest($2::bigint[], $3::bigint[]) AS e (actor_id, done_to)
         WHERE n.type = $1 AND n.actor_id = e.actor_id AND n.post_id = e.done_to
        """,
        undone(type, deeds));
  }

  /** Takes back what was told of follows. */
  void deleteFollows(Transaction tx, NotificationType type, List<Deed> deeds) {
    tx.execute(
        """
        DELETE FROM notification AS n
         USING unnest($2::bigint[], $3::bigint[]) AS e (actor_id, done_to)
         WHERE n.type = $1 AND n.actor_id = e.actor_id AND n.owner_id = e.done_to
           AND n.post_id = 0
        """,
        undone(type, deeds));
  }

  private static Tuple undone(NotificationType type, List<Deed> deeds) {
    return Tuple.of(type.text())
        .addArrayOfLong(longs(deeds, Deed::actor))
        .addArrayOfLong(longs(deeds, Deed::to));
  }

  private static Long[] longs(List<Deed> deeds, Function<Deed, Long> value) {
    return deeds.stream().map(value).toArray(Long[]::new);
  }

  List<NotificationRow> page(
      Queries queries, long owner, NotificationFilter filter, PageRequest page) {
    return page.newestFirst(
        queries.list(
            "SELECT "
                + NotificationRow.COLUMNS
                + " "
                + ShownNotifications.as("n")
                + page.within("n.id", ShownNotifications.PARAMETERS + 1)
                + " ORDER BY n.id "
                + page.direction()
                + " LIMIT "
                + page.limit(),
            page.bounds(filter.of(owner)),
            NotificationRow::from));
  }

  /** Also what is held back. */
  Optional<NotificationRow> find(Queries queries, long owner, long id) {
    return queries.one(
        "SELECT "
            + NotificationRow.COLUMNS
            + " "
            + ShownNotifications.as("n")
            + " AND n.id = $"
            + (ShownNotifications.PARAMETERS + 1),
        NotificationFilter.ALL.alsoHeldBack().of(owner).addLong(id),
        NotificationRow::from);
  }

  /**
   * What these events are to which of these owners, who may see it now: what {@link
   * ShownNotifications} asks for one, for many.
   */
  List<Told> among(Queries queries, Collection<Long> owners, Collection<Long> events) {
    return queries.list(
        """
        SELECT n.owner_id, %s
          FROM notification AS n
         WHERE n.owner_id = ANY ($1) AND n.id = ANY ($2)
           AND NOT n.filtered
           AND NOT EXISTS (SELECT FROM hidden_from AS h
                            WHERE h.viewer_id = n.owner_id AND h.hidden_id = n.actor_id)
           AND NOT EXISTS (SELECT FROM muted_by AS m
                            WHERE m.viewer_id = n.owner_id AND m.muted_id = n.actor_id
                              AND m.hides_notifications)
           AND NOT EXISTS (SELECT FROM actor_withheld AS w WHERE w.actor_id = n.actor_id)
           AND (n.post_id = 0
                OR (SELECT true FROM post_visible_to(n.owner_id) AS p WHERE p.id = n.post_id))
           AND (n.type NOT LIKE 'admin.%%'
                OR EXISTS (SELECT FROM account_staff AS s WHERE s.actor_id = n.owner_id))
         ORDER BY n.id
        """
            .formatted(NotificationRow.COLUMNS),
        Tuple.tuple()
            .addArrayOfLong(owners.toArray(Long[]::new))
            .addArrayOfLong(events.toArray(Long[]::new)),
        row -> new Told(row.getLong("owner_id"), NotificationRow.from(row)));
  }

  long count(Queries queries, long owner, NotificationFilter filter, PageRequest page) {
    return queries
        .one(
            "SELECT count(*) AS n FROM (SELECT n.id "
                + ShownNotifications.as("n")
                + page.within("n.id", ShownNotifications.PARAMETERS + 1)
                + " LIMIT "
                + page.limit()
                + ") AS shown",
            page.bounds(filter.of(owner)),
            row -> row.getLong("n"))
        .orElse(0L);
  }

  boolean delete(Queries queries, long owner, long id) {
    return queries.execute(
            "DELETE FROM notification WHERE id = $2 AND owner_id = $1", Tuple.of(owner, id))
        > 0;
  }

  /** Of what others were told of somebody. */
  int deleteSomeBy(Queries queries, long actor, int most) {
    return queries.execute(
        """
        DELETE FROM notification
         WHERE (owner_id, id) IN (SELECT owner_id, id FROM notification
                                   WHERE actor_id = $1 LIMIT $2)
        """,
        Tuple.of(actor, most));
  }

  int deleteSome(Queries queries, long owner, int most) {
    return queries.execute(
        """
        DELETE FROM notification
         WHERE owner_id = $1
           AND id IN (SELECT id FROM notification WHERE owner_id = $1 ORDER BY id LIMIT $2)
        """,
        Tuple.of(owner, most));
  }
}

package social.kring.community.notifications;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import social.kring.community.PageRequest;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code notification}. */
final class NotificationTable {

  /**
   * What its owner may see now: nothing by those who are blocked, muted or gone, and nothing about
   * posts that are hidden or deleted. Subqueries of each row, never joins, so that the index is
   * walked down until the page is full.
   */
  private static final String SHOWN =
      """
      FROM notification AS n
      WHERE n.owner_id = $1
        AND n.type = ANY ($2)
        AND ($3::bigint IS NULL OR n.actor_id = $3)
        AND (SELECT NOT EXISTS (SELECT FROM hidden_from AS h
                                 WHERE h.viewer_id = $1 AND h.hidden_id = n.actor_id)
                AND NOT EXISTS (SELECT FROM muted_by AS m
                                 WHERE m.viewer_id = $1 AND m.muted_id = n.actor_id
                                   AND m.hides_notifications)
                AND NOT EXISTS (SELECT FROM actor_withheld AS w WHERE w.actor_id = n.actor_id))
        AND (n.post_id = 0
             OR (SELECT true FROM post_visible_to($1) AS p WHERE p.id = n.post_id))
      """;

  /**
   * Notes deeds down for those who live here, each once, and not if they are their own or those of
   * somebody hidden or muted.
   */
  void insert(Transaction tx, Telling telling, List<Deed> deeds) {
    tx.execute(
        """
        INSERT INTO notification (owner_id, id, type, actor_id, post_id, notified_at)
        SELECT here.actor_id, e.id, $1, e.actor_id, CASE WHEN $2 THEN e.done_to ELSE 0 END, e.at
          FROM unnest($3::bigint[], $4::bigint[], $5::bigint[], $6::timestamptz[])
            AS e (id, actor_id, done_to, at)
          %s
          JOIN actor_here AS here ON here.actor_id = party.actor_id
         WHERE here.actor_id <> e.actor_id
           AND NOT EXISTS (SELECT FROM hidden_from AS h
                            WHERE h.viewer_id = here.actor_id AND h.hidden_id = e.actor_id)
           AND NOT EXISTS (SELECT FROM muted_by AS m
                            WHERE m.viewer_id = here.actor_id AND m.muted_id = e.actor_id
                              AND m.hides_notifications)
           AND NOT ($2 AND EXISTS (SELECT FROM thread_muted_by AS t
                                    WHERE t.viewer_id = here.actor_id AND t.post_id = e.done_to))
        ON CONFLICT DO NOTHING
        """
            .formatted(telling.recipients()),
        Tuple.of(telling.type().text(), telling.aboutPost())
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
            "SELECT n.id, n.type, n.actor_id, n.post_id, n.notified_at "
                + SHOWN
                + page.within("n.id", 4)
                + " ORDER BY n.id "
                + page.direction()
                + " LIMIT "
                + page.limit(),
            parameters(owner, filter, page),
            NotificationTable::from));
  }

  long count(Queries queries, long owner, NotificationFilter filter, PageRequest page) {
    return queries
        .one(
            "SELECT count(*) AS n FROM (SELECT n.id "
                + SHOWN
                + page.within("n.id", 4)
                + " LIMIT "
                + page.limit()
                + ") AS shown",
            parameters(owner, filter, page),
            row -> row.getLong("n"))
        .orElse(0L);
  }

  boolean delete(Queries queries, long owner, long id) {
    return queries.execute(
            "DELETE FROM notification WHERE id = $2 AND owner_id = $1", Tuple.of(owner, id))
        > 0;
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

  private static Tuple parameters(long owner, NotificationFilter filter, PageRequest page) {
    return page.bounds(
        Tuple.of(owner).addArrayOfString(filter.names()).addLong(filter.by().orElse(null)));
  }

  private static NotificationRow from(Row row) {
    return new NotificationRow(
        row.getLong("id"),
        NotificationType.named(row.getString("type")).orElseThrow(),
        row.getLong("actor_id"),
        Optional.of(row.getLong("post_id")).filter(post -> post != 0),
        row.getOffsetDateTime("notified_at").toInstant());
  }
}

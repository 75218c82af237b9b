package social.kring.community.scheduling;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import social.kring.community.PageRequest;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code scheduled_post}. */
final class ScheduleTable {
  private static final String SELECT =
      "SELECT id, actor_id, scheduled_at, draft, idempotency_key FROM scheduled_post ";

  /** Who is to publish what. */
  record Entry(long actor, ScheduledPost post) {}

  /** Its key is new: that was looked up under the {@link #lock}. */
  void insert(Transaction tx, long actor, ScheduledPost post) {
    tx.execute(
        """
        INSERT INTO scheduled_post (id, actor_id, scheduled_at, draft, idempotency_key)
        VALUES ($1, $2, $3, $4, $5)
        """,
        Tuple.of(post.id(), actor, time(post.at()), DraftJson.of(post.draft()))
            .addString(post.draft().idempotencyKey().orElse(null)));
  }

  /** Keeps others from scheduling more in an actor's name until the transaction ends. */
  void lock(Transaction tx, long actor) {
    tx.list("SELECT id FROM actor WHERE id = $1 FOR NO KEY UPDATE", Tuple.of(actor), row -> 1);
  }

  long count(Queries queries, long actor) {
    return queries
        .one(
            "SELECT count(*) AS n FROM scheduled_post WHERE actor_id = $1",
            Tuple.of(actor),
            row -> row.getLong("n"))
        .orElseThrow();
  }

  long count(Queries queries, long actor, Instant from, Instant until) {
    return queries
        .one(
            """
            SELECT count(*) AS n FROM scheduled_post
             WHERE actor_id = $1 AND scheduled_at >= $2 AND scheduled_at < $3
            """,
            Tuple.of(actor, time(from), time(until)),
            row -> row.getLong("n"))
        .orElseThrow();
  }

  List<ScheduledPost> page(Queries queries, long actor, PageRequest page) {
    var sql =
        SELECT
            + "WHERE actor_id = $1"
            + page.within("id", 2)
            + " ORDER BY id "
            + page.direction()
            + " LIMIT "
            + page.limit();
    return page.newestFirst(
        queries.list(sql, page.bounds(Tuple.of(actor)), row -> entry(row).post()));
  }

  Optional<ScheduledPost> find(Queries queries, long actor, long id) {
    return queries.one(
        SELECT + "WHERE actor_id = $1 AND id = $2", Tuple.of(actor, id), row -> entry(row).post());
  }

  Optional<ScheduledPost> byKey(Queries queries, long actor, String key) {
    return queries.one(
        SELECT + "WHERE actor_id = $1 AND idempotency_key = $2",
        Tuple.of(actor, key),
        row -> entry(row).post());
  }

  Optional<Entry> byId(Queries queries, long id) {
    return queries.one(SELECT + "WHERE id = $1", Tuple.of(id), ScheduleTable::entry);
  }

  /**
   * @return whether it was still there
   */
  boolean move(Transaction tx, long id, Instant at) {
    return tx.execute(
            "UPDATE scheduled_post SET scheduled_at = $2 WHERE id = $1", Tuple.of(id, time(at)))
        > 0;
  }

  /**
   * @return whether it was still there
   */
  boolean delete(Queries queries, long id) {
    return queries.execute("DELETE FROM scheduled_post WHERE id = $1", Tuple.of(id)) > 0;
  }

  /** Of nobody there are many. */
  void deleteOf(Transaction tx, Collection<Long> actors) {
    tx.execute(
        "DELETE FROM scheduled_post WHERE actor_id = ANY ($1)",
        Tuple.tuple().addArrayOfLong(actors.toArray(Long[]::new)));
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Entry entry(Row row) {
    var draft =
        DraftJson.from(
            row.getJsonObject("draft"), Optional.ofNullable(row.getString("idempotency_key")));
    return new Entry(
        row.getLong("actor_id"),
        new ScheduledPost(
            row.getLong("id"), row.getOffsetDateTime("scheduled_at").toInstant(), draft));
  }
}

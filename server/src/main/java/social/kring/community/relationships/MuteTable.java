package social.kring.community.relationships;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import social.kring.community.PageRequest;
import social.kring.community.relationships.Relationship.Muting;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code mute}. */
final class MuteTable {

  record MuteRow(
      long id, long muter, long muted, boolean hidesNotifications, Optional<Instant> expiresAt) {}

  void upsert(Transaction tx, MuteRow mute, Instant at) {
    tx.execute(
        """
        INSERT INTO mute (id, muter_id, muted_id, hides_notifications, muted_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (muter_id, muted_id) DO UPDATE
           SET hides_notifications = excluded.hides_notifications,
               expires_at = excluded.expires_at
        """,
        Tuple.of(
            mute.id(),
            mute.muter(),
            mute.muted(),
            mute.hidesNotifications(),
            at.atOffset(ZoneOffset.UTC),
            mute.expiresAt().map(expiry -> expiry.atOffset(ZoneOffset.UTC)).orElse(null)));
  }

  Optional<Long> delete(Transaction tx, long muter, long muted) {
    return tx.one(
        "DELETE FROM mute WHERE muter_id = $1 AND muted_id = $2 RETURNING id",
        Tuple.of(muter, muted),
        row -> row.getLong("id"));
  }

  List<MutedEdge> of(Queries queries, long muter, Instant now, PageRequest page) {
    return page.newestFirst(
        queries.list(
            """
            SELECT id, muted_id, expires_at
              FROM mute
             WHERE muter_id = $1 AND id < $2 AND id > $3
               AND (expires_at IS NULL OR expires_at > $5)
             ORDER BY id %s
             LIMIT $4
            """
                .formatted(page.direction()),
            Tuple.of(
                muter, page.before(), page.after(), page.limit(), now.atOffset(ZoneOffset.UTC)),
            row ->
                new MutedEdge(new Edge(row.getLong("id"), row.getLong("muted_id")), expiry(row))));
  }

  /** The viewer's mutes of these others that are in force, by their ids. */
  Map<Long, Muting> among(Queries queries, long viewer, Collection<Long> others, Instant now) {
    return queries
        .list(
            """
            SELECT muted_id, hides_notifications, expires_at
              FROM mute
             WHERE muter_id = $1 AND muted_id = ANY ($2)
               AND (expires_at IS NULL OR expires_at > $3)
            """,
            Tuple.of(viewer, others.toArray(Long[]::new), now.atOffset(ZoneOffset.UTC)),
            row ->
                Map.entry(
                    row.getLong("muted_id"),
                    new Muting(row.getBoolean("hides_notifications"), expiry(row))))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  int deleteExpired(Transaction tx, Instant now, int most) {
    return tx.execute(
        """
        DELETE FROM mute
         WHERE id IN (SELECT id FROM mute WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2)
        """,
        Tuple.of(now.atOffset(ZoneOffset.UTC), most));
  }

  int deleteTouching(Transaction tx, long actor) {
    return tx.execute("DELETE FROM mute WHERE muter_id = $1", Tuple.of(actor))
        + tx.execute("DELETE FROM mute WHERE muted_id = $1", Tuple.of(actor));
  }

  private static Optional<Instant> expiry(Row row) {
    return Optional.ofNullable(row.getOffsetDateTime("expires_at")).map(OffsetDateTime::toInstant);
  }
}

package social.kring.community.access;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code invite}. */
final class InviteTable {
  private static final String COLUMNS =
      "id, made_by, note, most_uses, uses, created_at, expires_at";

  /** Whoever may not be here herself, suspended or deleted, brings nobody in. */
  private static final String GOOD =
      """
       (most_uses IS NULL OR uses < most_uses)
       AND (expires_at IS NULL OR expires_at > $2)
       AND (made_by IS NULL
            OR EXISTS (SELECT FROM account AS maker
                        WHERE maker.actor_id = invite.made_by AND maker.suspended_at IS NULL))
      """;

  void insert(Transaction tx, Invite invite, byte[] hash) {
    tx.execute(
        """
        INSERT INTO invite (id, code_hash, made_by, note, most_uses, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """,
        Tuple.of(invite.id(), Buffer.buffer(hash))
            .addLong(invite.madeBy().orElse(null))
            .addString(invite.note())
            .addInteger(invite.mostUses().orElse(null))
            .addOffsetDateTime(invite.createdAt().atOffset(ZoneOffset.UTC))
            .addOffsetDateTime(
                invite.expiresAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null)));
  }

  /** Counts one more use, if there is one left. */
  Optional<Invite> use(Transaction tx, byte[] hash, Instant now) {
    return tx.one(
        "UPDATE invite SET uses = uses + 1 WHERE code_hash = $1 AND"
            + GOOD
            + "RETURNING "
            + COLUMNS,
        Tuple.of(Buffer.buffer(hash), now.atOffset(ZoneOffset.UTC)),
        InviteTable::from);
  }

  boolean isGood(Queries queries, byte[] hash, Instant now) {
    return queries
        .one(
            "SELECT " + COLUMNS + " FROM invite WHERE code_hash = $1 AND" + GOOD,
            Tuple.of(Buffer.buffer(hash), now.atOffset(ZoneOffset.UTC)),
            InviteTable::from)
        .isPresent();
  }

  List<Invite> ofMaker(Queries queries, Optional<Long> maker, int most) {
    return queries.list(
        "SELECT "
            + COLUMNS
            + " FROM invite WHERE made_by IS NOT DISTINCT FROM $1 ORDER BY id DESC LIMIT $2",
        Tuple.tuple().addLong(maker.orElse(null)).addInteger(most),
        InviteTable::from);
  }

  boolean delete(Transaction tx, long id, Optional<Long> maker) {
    return tx.execute(
            "DELETE FROM invite WHERE id = $1 AND made_by IS NOT DISTINCT FROM $2",
            Tuple.tuple().addLong(id).addLong(maker.orElse(null)))
        > 0;
  }

  private static Invite from(Row row) {
    return new Invite(
        row.getLong("id"),
        Optional.ofNullable(row.getLong("made_by")),
        row.getString("note"),
        Optional.ofNullable(row.getInteger("most_uses")),
        row.getInteger("uses"),
        row.getOffsetDateTime("created_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("expires_at")).map(OffsetDateTime::toInstant));
  }
}

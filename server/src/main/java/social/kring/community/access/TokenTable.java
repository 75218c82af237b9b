package social.kring.community.access;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code access_token}. */
final class TokenTable {
  private static final String COLUMNS =
      "id, application_id, actor_id, scopes, made_by, created_at, last_used_at";

  private static final String SELECT = "SELECT " + COLUMNS + " FROM access_token ";

  /**
   * A token as it is stored, apart from its hash.
   *
   * @param madeBy the operator who made it, if one did
   */
  record TokenRow(
      long id,
      Optional<Long> application,
      Optional<Long> actor,
      Scopes scopes,
      Optional<String> madeBy,
      Instant createdAt,
      Optional<Instant> usedAt) {}

  /**
   * A token and whom it speaks for; whether that account may be used is not asked.
   *
   * @param account empty where an application speaks for itself
   */
  record Held(TokenRow token, Optional<Account> account) {}

  /**
   * @param code hash of the code that it was given for
   */
  void insert(Transaction tx, TokenRow token, byte[] hash, Optional<byte[]> code) {
    tx.execute(
        """
        INSERT INTO access_token (id, token_hash, application_id, actor_id,
                                  scopes, code_hash, made_by, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """,
        Tuple.of(token.id(), Buffer.buffer(hash))
            .addLong(token.application().orElse(null))
            .addLong(token.actor().orElse(null))
            .addString(token.scopes().text())
            .addBuffer(code.map(Buffer::buffer).orElse(null))
            .addString(token.madeBy().orElse(null))
            .addOffsetDateTime(token.createdAt().atOffset(ZoneOffset.UTC)));
  }

  /** With the account that it speaks for, in one query, since nearly every request asks. */
  Optional<Held> byHash(Queries queries, byte[] hash) {
    return queries.one(
        """
        SELECT t.id, t.application_id, t.actor_id, t.scopes, t.made_by, t.created_at,
               t.last_used_at, a.actor_id IS NOT NULL AS has_account, a.email, a.role,
               a.created_at AS account_created_at, a.confirmed_at, a.approved_at, a.suspended_at
          FROM access_token AS t
          LEFT JOIN account AS a ON a.actor_id = t.actor_id
         WHERE t.token_hash = $1
        """,
        Tuple.of(Buffer.buffer(hash)),
        row ->
            new Held(
                from(row),
                Optional.of(row).filter(TokenTable::hasAccount).map(TokenTable::account)));
  }

  private static boolean hasAccount(Row row) {
    return row.getBoolean("has_account");
  }

  private static Account account(Row row) {
    return AccountTable.account(row, "account_created_at");
  }

  List<TokenRow> ofActor(Queries queries, long actor, int most) {
    return queries.list(
        SELECT + "WHERE actor_id = $1 ORDER BY id DESC LIMIT $2",
        Tuple.of(actor, most),
        TokenTable::from);
  }

  void used(Transaction tx, long id, Instant at) {
    tx.execute(
        "UPDATE access_token SET last_used_at = $2 WHERE id = $1",
        Tuple.of(id, at.atOffset(ZoneOffset.UTC)));
  }

  List<TokenRow> deleteByCode(Transaction tx, byte[] code) {
    return tx.list(
        "DELETE FROM access_token WHERE code_hash = $1 RETURNING " + COLUMNS,
        Tuple.of(Buffer.buffer(code)),
        TokenTable::from);
  }

  /** Revokes a token of this actor. */
  boolean delete(Transaction tx, long id, long actor) {
    return tx.execute(
            "DELETE FROM access_token WHERE id = $1 AND actor_id = $2", Tuple.of(id, actor))
        > 0;
  }

  List<TokenRow> deleteOfActor(Transaction tx, long actor) {
    return tx.list(
        "DELETE FROM access_token WHERE actor_id = $1 RETURNING " + COLUMNS,
        Tuple.of(actor),
        TokenTable::from);
  }

  /** Revokes a token that this application holds. */
  Optional<TokenRow> deleteHeld(Transaction tx, byte[] hash, long application) {
    return tx.one(
        "DELETE FROM access_token WHERE token_hash = $1 AND application_id = $2 RETURNING "
            + COLUMNS,
        Tuple.of(Buffer.buffer(hash), application),
        TokenTable::from);
  }

  /** Those that are there, and whose account may be used. */
  Set<Long> stillGood(Queries queries, Collection<Long> ids) {
    var good =
        queries.list(
            """
            SELECT t.id
              FROM access_token AS t
              LEFT JOIN account AS a ON a.actor_id = t.actor_id
             WHERE t.id = ANY ($1)
               AND (t.actor_id IS NULL
                    OR a.confirmed_at IS NOT NULL AND a.approved_at IS NOT NULL
                       AND a.suspended_at IS NULL)
            """,
            Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)),
            row -> row.getLong("id"));
    return Set.copyOf(good);
  }

  private static TokenRow from(Row row) {
    return new TokenRow(
        row.getLong("id"),
        Optional.ofNullable(row.getLong("application_id")),
        Optional.ofNullable(row.getLong("actor_id")),
        Scopes.parse(row.getString("scopes")),
        Optional.ofNullable(row.getString("made_by")),
        row.getOffsetDateTime("created_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("last_used_at")).map(OffsetDateTime::toInstant));
  }
}

package social.kring.community.access;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import social.kring.platform.storage.Transaction;

/** The table {@code oauth_code}. */
final class CodeTable {

  record CodeRow(Grant grant, Instant issuedAt, boolean used) {}

  void insert(Transaction tx, byte[] hash, Grant grant, Instant at) {
    tx.execute(
        """
        INSERT INTO oauth_code (code_hash, application_id, actor_id,
                                redirect_uri, scopes, challenge, issued_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """,
        Tuple.of(Buffer.buffer(hash), grant.application(), grant.actor())
            .addString(grant.redirectUri())
            .addString(grant.scopes().text())
            .addString(grant.challenge().orElse(null))
            .addOffsetDateTime(at.atOffset(ZoneOffset.UTC)));
  }

  /** The code, held until the transaction ends, so that it cannot be used twice at once. */
  Optional<CodeRow> lock(Transaction tx, byte[] hash) {
    return tx.one(
        """
        SELECT application_id, actor_id, redirect_uri, scopes, challenge, issued_at, used_at
          FROM oauth_code
         WHERE code_hash = $1
           FOR UPDATE
        """,
        Tuple.of(Buffer.buffer(hash)),
        CodeTable::from);
  }

  void use(Transaction tx, byte[] hash, Instant at) {
    tx.execute(
        "UPDATE oauth_code SET used_at = $2 WHERE code_hash = $1",
        Tuple.of(Buffer.buffer(hash), at.atOffset(ZoneOffset.UTC)));
  }

  int deleteBefore(Transaction tx, Instant before, int most) {
    return tx.execute(
        """
        DELETE FROM oauth_code
         WHERE code_hash IN (SELECT code_hash FROM oauth_code
                              WHERE issued_at < $1 ORDER BY issued_at LIMIT $2)
        """,
        Tuple.of(before.atOffset(ZoneOffset.UTC), most));
  }

  private static CodeRow from(Row row) {
    var grant =
        new Grant(
            row.getLong("application_id"),
            row.getLong("actor_id"),
            row.getString("redirect_uri"),
            Scopes.parse(row.getString("scopes")),
            Optional.ofNullable(row.getString("challenge")));
    return new CodeRow(
        grant,
        row.getOffsetDateTime("issued_at").toInstant(),
        row.getOffsetDateTime("used_at") != null);
  }
}

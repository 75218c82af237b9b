package social.kring.community.access;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import social.kring.community.access.MailLinks.Purpose;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code mail_link}. */
final class MailLinkTable {

  record LinkRow(long actor, String email, Instant issuedAt) {}

  void insert(Transaction tx, byte[] hash, Purpose purpose, LinkRow link) {
    tx.execute(
        """
        INSERT INTO mail_link (token_hash, actor_id, purpose, email, issued_at)
        VALUES ($1, $2, $3, $4, $5)
        """,
        Tuple.of(
            Buffer.buffer(hash),
            link.actor(),
            purpose.text(),
            link.email(),
            link.issuedAt().atOffset(ZoneOffset.UTC)));
  }

  Optional<LinkRow> byHash(Queries queries, byte[] hash, Purpose purpose) {
    return queries.one(
        "SELECT actor_id, email, issued_at FROM mail_link WHERE token_hash = $1 AND purpose = $2",
        Tuple.of(Buffer.buffer(hash), purpose.text()),
        MailLinkTable::from);
  }

  /** Takes it away, so that of two who come at once only one has it. */
  Optional<LinkRow> take(Transaction tx, byte[] hash, Purpose purpose) {
    return tx.one(
        """
        DELETE FROM mail_link
         WHERE token_hash = $1 AND purpose = $2
        RETURNING actor_id, email, issued_at
        """,
        Tuple.of(Buffer.buffer(hash), purpose.text()),
        MailLinkTable::from);
  }

  void deleteOf(Transaction tx, long actor, Purpose purpose) {
    tx.execute(
        "DELETE FROM mail_link WHERE actor_id = $1 AND purpose = $2",
        Tuple.of(actor, purpose.text()));
  }

  int deleteBefore(Transaction tx, Instant before, int most) {
    return tx.execute(
        """
        DELETE FROM mail_link
         WHERE token_hash IN (SELECT token_hash FROM mail_link
                               WHERE issued_at < $1 ORDER BY issued_at LIMIT $2)
        """,
        Tuple.of(before.atOffset(ZoneOffset.UTC), most));
  }

  private static LinkRow from(Row row) {
    return new LinkRow(
        row.getLong("actor_id"),
        row.getString("email"),
        row.getOffsetDateTime("issued_at").toInstant());
  }
}

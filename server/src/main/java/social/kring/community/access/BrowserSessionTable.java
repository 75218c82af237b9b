package social.kring.community.access;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code browser_session}. */
final class BrowserSessionTable {
  private static final String SELECT =
      "SELECT id, actor_id, user_agent, created_at, last_used_at FROM browser_session ";

  record SessionRow(long id, long actor, String userAgent, Instant createdAt, Instant usedAt) {}

  void insert(Transaction tx, SessionRow session, byte[] hash) {
    tx.execute(
        """
        INSERT INTO browser_session (id, token_hash, actor_id, user_agent, created_at, last_used_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        """,
        Tuple.of(
            session.id(),
            Buffer.buffer(hash),
            session.actor(),
            session.userAgent(),
            session.createdAt().atOffset(ZoneOffset.UTC),
            session.usedAt().atOffset(ZoneOffset.UTC)));
  }

  Optional<SessionRow> byHash(Queries queries, byte[] hash) {
    return queries.one(
        SELECT + "WHERE token_hash = $1", Tuple.of(Buffer.buffer(hash)), BrowserSessionTable::from);
  }

  List<SessionRow> ofActor(Queries queries, long actor, int most) {
    return queries.list(
        SELECT + "WHERE actor_id = $1 ORDER BY id DESC LIMIT $2",
        Tuple.of(actor, most),
        BrowserSessionTable::from);
  }

  void used(Transaction tx, long id, Instant at) {
    tx.execute(
        "UPDATE browser_session SET last_used_at = $2 WHERE id = $1",
        Tuple.of(id, at.atOffset(ZoneOffset.UTC)));
  }

  void deleteByHash(Transaction tx, byte[] hash) {
    tx.execute("DELETE FROM browser_session WHERE token_hash = $1", Tuple.of(Buffer.buffer(hash)));
  }

  boolean delete(Transaction tx, long id, long actor) {
    return tx.execute(
            "DELETE FROM browser_session WHERE id = $1 AND actor_id = $2", Tuple.of(id, actor))
        > 0;
  }

  void deleteOfActor(Transaction tx, long actor) {
    tx.execute("DELETE FROM browser_session WHERE actor_id = $1", Tuple.of(actor));
  }

  int deleteUnusedSince(Transaction tx, Instant since, int most) {
    return tx.execute(
        """
        DELETE FROM browser_session
         WHERE id IN (SELECT id FROM browser_session
                       WHERE last_used_at < $1 ORDER BY last_used_at LIMIT $2)
        """,
        Tuple.of(since.atOffset(ZoneOffset.UTC), most));
  }

  private static SessionRow from(Row row) {
    return new SessionRow(
        row.getLong("id"),
        row.getLong("actor_id"),
        row.getString("user_agent"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("last_used_at").toInstant());
  }
}

package social.kring.community.access;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code access_attempt}. */
final class AttemptTable {

  void insert(Transaction tx, long id, String subject, Instant at) {
    tx.execute(
        "INSERT INTO access_attempt (id, subject, attempted_at) VALUES ($1, $2, $3)",
        Tuple.of(id, subject, at.atOffset(ZoneOffset.UTC)));
  }

  /** The latest attempts since an instant, newest first. */
  List<Instant> latest(Queries queries, String subject, Instant since, int most) {
    return queries.list(
        """
        SELECT attempted_at
          FROM access_attempt
         WHERE subject = $1 AND attempted_at > $2
         ORDER BY attempted_at DESC
         LIMIT $3
        """,
        Tuple.of(subject, since.atOffset(ZoneOffset.UTC), most),
        row -> row.getOffsetDateTime("attempted_at").toInstant());
  }

  void delete(Transaction tx, long id) {
    tx.execute("DELETE FROM access_attempt WHERE id = $1", Tuple.of(id));
  }

  void deleteOf(Transaction tx, String subject) {
    tx.execute("DELETE FROM access_attempt WHERE subject = $1", Tuple.of(subject));
  }

  int deleteBefore(Transaction tx, Instant before, int most) {
    return tx.execute(
        """
        DELETE FROM access_attempt
         WHERE id IN (SELECT id FROM access_attempt
                       WHERE attempted_at < $1 ORDER BY attempted_at LIMIT $2)
        """,
        Tuple.of(before.atOffset(ZoneOffset.UTC), most));
  }
}

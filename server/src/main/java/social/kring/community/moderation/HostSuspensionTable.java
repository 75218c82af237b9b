package social.kring.community.moderation;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code host_suspension}. */
final class HostSuspensionTable {

  void insert(Transaction tx, long actor, Instant at) {
    tx.execute(
        """
        INSERT INTO host_suspension (actor_id, suspended_at)
        VALUES ($1, $2)
        ON CONFLICT DO NOTHING
        """,
        Tuple.of(actor, at.atOffset(ZoneOffset.UTC)));
  }

  void delete(Transaction tx, long actor) {
    tx.execute("DELETE FROM host_suspension WHERE actor_id = $1", Tuple.of(actor));
  }

  /** In the order of ids. */
  List<Long> after(Queries queries, long actor, int limit) {
    return queries.list(
        """
        SELECT actor_id
          FROM host_suspension
         WHERE actor_id > $1
         ORDER BY actor_id
         LIMIT $2
        """,
        Tuple.of(actor, limit),
        row -> row.getLong("actor_id"));
  }
}

package social.kring.community.relationships;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code actor_move}: the last move of each actor. */
final class MoveTable {

  record MoveRow(long actor, long target, Instant movedAt) {}

  void upsert(Transaction tx, MoveRow move) {
    tx.execute(
        """
        INSERT INTO actor_move (actor_id, target_id, moved_at)
        VALUES ($1, $2, $3)
        ON CONFLICT (actor_id) DO UPDATE
           SET target_id = excluded.target_id, moved_at = excluded.moved_at
        """,
        Tuple.of(move.actor(), move.target(), move.movedAt().atOffset(ZoneOffset.UTC)));
  }

  Optional<MoveRow> last(Queries queries, long actor) {
    return queries.one(
        "SELECT actor_id, target_id, moved_at FROM actor_move WHERE actor_id = $1",
        Tuple.of(actor),
        row ->
            new MoveRow(
                row.getLong("actor_id"),
                row.getLong("target_id"),
                row.getOffsetDateTime("moved_at").toInstant()));
  }
}

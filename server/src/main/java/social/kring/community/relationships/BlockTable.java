package social.kring.community.relationships;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import social.kring.community.PageRequest;
import social.kring.community.relationships.Relationship.Blocking;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.url.FediUrl;

/** The table {@code block}. */
final class BlockTable {

  /**
   * A block as it is stored.
   *
   * @param activity id of the Block as its author gave it
   */
  record BlockRow(long id, long blocker, long blocked, FediUrl activity) {}

  /**
   * @return whether the block is new
   */
  boolean insert(Transaction tx, BlockRow block, Instant at) {
    return tx.execute(
            """
            INSERT INTO block (id, blocker_id, blocked_id, activity_uri, blocked_at)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (blocker_id, blocked_id) DO NOTHING
            """,
            Tuple.of(
                block.id(),
                block.blocker(),
                block.blocked(),
                block.activity().text(),
                at.atOffset(ZoneOffset.UTC)))
        > 0;
  }

  Optional<BlockRow> delete(Transaction tx, long blocker, long blocked) {
    return tx.one(
        """
        DELETE FROM block
         WHERE blocker_id = $1 AND blocked_id = $2
        RETURNING id, blocker_id, blocked_id, activity_uri
        """,
        Tuple.of(blocker, blocked),
        BlockTable::from);
  }

  List<BlockRow> byActivity(Queries queries, FediUrl activity) {
    return queries.list(
        """
        SELECT id, blocker_id, blocked_id, activity_uri
          FROM block
         WHERE activity_uri = $1
         LIMIT 10
        """,
        Tuple.of(activity.text()),
        BlockTable::from);
  }

  boolean existBetween(Queries queries, long one, long other) {
    return queries
        .one(
            """
            SELECT true AS blocked
              FROM block
             WHERE (blocker_id = $1 AND blocked_id = $2) OR (blocker_id = $2 AND blocked_id = $1)
             LIMIT 1
            """,
            Tuple.of(one, other),
            row -> row.getBoolean("blocked"))
        .orElse(false);
  }

  /** Blocks between the viewer and these others, by their ids. */
  Map<Long, Blocking> between(Queries queries, long viewer, Collection<Long> others) {
    return queries
        .list(
            """
            SELECT other_id, bool_or(outgoing) AS blocks, bool_or(NOT outgoing) AS blocked
              FROM (SELECT blocked_id AS other_id, true AS outgoing
                      FROM block WHERE blocker_id = $1 AND blocked_id = ANY ($2)
                    UNION ALL
                    SELECT blocker_id AS other_id, false AS outgoing
                      FROM block WHERE blocked_id = $1 AND blocker_id = ANY ($2)) AS either
             GROUP BY other_id
            """,
            Tuple.of(viewer).addArrayOfLong(others.toArray(Long[]::new)),
            row ->
                Map.entry(
                    row.getLong("other_id"),
                    new Blocking(row.getBoolean("blocks"), row.getBoolean("blocked"))))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  List<Edge> of(Queries queries, long blocker, PageRequest page) {
    return page.newestFirst(
        queries.list(
            """
            SELECT id, blocked_id
              FROM block
             WHERE blocker_id = $1 AND id < $2 AND id > $3
             ORDER BY id %s
             LIMIT $4
            """
                .formatted(page.direction()),
            Tuple.of(blocker, page.before(), page.after(), page.limit()),
            row -> new Edge(row.getLong("id"), row.getLong("blocked_id"))));
  }

  int deleteTouching(Transaction tx, long actor) {
    return tx.execute("DELETE FROM block WHERE blocker_id = $1", Tuple.of(actor))
        + tx.execute("DELETE FROM block WHERE blocked_id = $1", Tuple.of(actor));
  }

  private static BlockRow from(Row row) {
    return new BlockRow(
        row.getLong("id"),
        row.getLong("blocker_id"),
        row.getLong("blocked_id"),
        FediUrl.parse(row.getString("activity_uri")));
  }
}

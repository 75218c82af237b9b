package social.kring.community.timelines;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import social.kring.community.timelines.Marker.Timeline;
import social.kring.platform.storage.Queries;

/** The table {@code marker}. */
final class MarkerTable {

  Marker upsert(Queries queries, long owner, Timeline timeline, long lastRead, Instant at) {
    return queries
        .one(
            """
            INSERT INTO marker AS m (owner_id, timeline, last_read_id, version, marked_at)
            VALUES ($1, $2, $3, 1, $4)
            ON CONFLICT (owner_id, timeline) DO UPDATE
              SET last_read_id = excluded.last_read_id, version = m.version + 1,
                  marked_at = excluded.marked_at
            RETURNING timeline, last_read_id, version, marked_at
            """,
            Tuple.of(owner, timeline.text(), lastRead, at.atOffset(ZoneOffset.UTC)),
            MarkerTable::from)
        .orElseThrow();
  }

  List<Marker> of(Queries queries, long owner) {
    return queries.list(
        """
        SELECT timeline, last_read_id, version, marked_at
          FROM marker
         WHERE owner_id = $1
         ORDER BY timeline
         LIMIT 2
        """,
        Tuple.of(owner),
        MarkerTable::from);
  }

  private static Marker from(Row row) {
    return new Marker(
        Timeline.named(row.getString("timeline")).orElseThrow(),
        row.getLong("last_read_id"),
        row.getInteger("version"),
        row.getOffsetDateTime("marked_at").toInstant());
  }
}

package social.kring.community.media;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import social.kring.platform.storage.Queries;

/**
 * How much of the store what people here uploaded takes.
 *
 * @param what {@code faces}, or a kind of upload with its previews
 * @param waiting how many of these files nobody shows, and will go soon
 */
public record MediaUsage(String what, long files, long bytes, long waiting) {
  private static final int MOST_KINDS = 10;

  /** In one pass over the table of files: for operators, not for requests. */
  public static List<MediaUsage> of(Queries queries) {
    return queries.list(
        """
        SELECT coalesce(u.kind, v.kind, 'faces') AS what,
               count(*) AS files,
               sum(p.bytes)::bigint AS bytes,
               count(*) FILTER (WHERE p.released_at IS NOT NULL OR p.stored_at IS NULL
                                   OR u.idle_since IS NOT NULL OR v.idle_since IS NOT NULL)
                 AS waiting
          FROM picture AS p
          LEFT JOIN upload AS u ON u.name = p.name
          LEFT JOIN upload AS v ON v.preview = p.name
         GROUP BY 1
         ORDER BY 1
         LIMIT $1
        """,
        Tuple.of(MOST_KINDS),
        MediaUsage::from);
  }

  private static MediaUsage from(Row row) {
    return new MediaUsage(
        row.getString("what"), row.getLong("files"), row.getLong("bytes"), row.getLong("waiting"));
  }
}

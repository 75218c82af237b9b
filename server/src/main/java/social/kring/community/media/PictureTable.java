package social.kring.community.media;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import social.kring.platform.storage.Queries;

/** The table {@code picture}. */
final class PictureTable {
  /** Released like this, a file is seen by nobody any longer, and goes with the next sweep. */
  static final Instant AT_ONCE = Instant.EPOCH;

  void insert(Queries queries, long id, long owner, String name, Print print, Instant now) {
    queries.execute(
        """
        INSERT INTO picture (id, owner_id, name, media_type, width, height, bytes, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """,
        Tuple.of(id, owner, name, print.mediaType(), print.width(), print.height())
            .addInteger((int) print.content().size())
            .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)));
  }

  void complete(Queries queries, List<String> names, Instant now) {
    queries.execute(
        "UPDATE picture SET stored_at = $2 WHERE name = ANY($1)",
        Tuple.tuple()
            .addArrayOfString(names.toArray(String[]::new))
            .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)));
  }

  void release(Queries queries, long owner, String name, Instant now) {
    queries.execute(
        """
        UPDATE picture
           SET released_at = $3
         WHERE name = $2 AND owner_id = $1 AND released_at IS NULL
        """,
        Tuple.of(owner, name, now.atOffset(ZoneOffset.UTC)));
  }

  /**
   * Files that nobody shows any longer.
   *
   * @param since when that began
   */
  void releaseAll(Queries queries, List<String> names, Instant since) {
    queries.execute(
        """
        UPDATE picture
           SET released_at = $2
         WHERE name = ANY($1) AND released_at IS NULL
        """,
        Tuple.tuple()
            .addArrayOfString(names.toArray(String[]::new))
            .addOffsetDateTime(since.atOffset(ZoneOffset.UTC)));
  }

  /**
   * Some of somebody's files, which nobody sees from now on.
   *
   * @return how many
   */
  int releaseOf(Queries queries, long owner, int limit) {
    return queries.execute(
        """
        UPDATE picture
           SET released_at = $2
         WHERE id IN (SELECT p.id
                        FROM picture AS p
                       WHERE p.owner_id = $1 AND p.released_at IS DISTINCT FROM $2
                         AND NOT EXISTS (SELECT FROM upload AS u WHERE u.name = p.name)
                         AND NOT EXISTS (SELECT FROM upload AS u WHERE u.preview = p.name)
                       LIMIT $3)
        """,
        Tuple.of(owner, AT_ONCE.atOffset(ZoneOffset.UTC), limit));
  }

  boolean hasAny(Queries queries, long owner) {
    return queries.exists("SELECT FROM picture WHERE owner_id = $1 LIMIT 1", Tuple.of(owner));
  }

  /** The media type of a picture that can be shown. */
  Optional<String> mediaType(Queries queries, String name) {
    return queries.one(
        """
        SELECT media_type
          FROM picture
         WHERE name = $1 AND stored_at IS NOT NULL AND released_at IS DISTINCT FROM $2
        """,
        Tuple.of(name, AT_ONCE.atOffset(ZoneOffset.UTC)),
        row -> row.getString("media_type"));
  }

  /** Names of pictures whose file was never finished, or that nobody shows any longer. */
  List<String> abandoned(Queries queries, Instant before, int limit) {
    return queries.list(
        """
        SELECT name
          FROM picture
         WHERE (stored_at IS NULL AND made_at < $1) OR released_at < $1
         LIMIT $2
        """,
        Tuple.of(before.atOffset(ZoneOffset.UTC), limit),
        row -> row.getString("name"));
  }

  void delete(Queries queries, List<String> names) {
    queries.execute(
        "DELETE FROM picture WHERE name = ANY($1)",
        Tuple.tuple().addArrayOfString(names.toArray(String[]::new)));
  }
}

package social.kring.community.media;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import social.kring.community.media.Upload.Rendition;
import social.kring.platform.storage.Queries;
import social.kring.protocol.activitystreams.Attachment.Focus;
import social.kring.protocol.url.FediUrl;

/** The table {@code upload}. */
final class UploadTable {
  private static final String SELECT =
      """
      SELECT u.id, u.kind, u.description, u.focus_x, u.focus_y, u.blurhash, u.seconds,
             u.name, o.media_type, o.width, o.height, u.preview,
             p.media_type AS preview_type, p.width AS preview_width, p.height AS preview_height
        FROM upload AS u
        JOIN picture AS o ON o.name = u.name
        LEFT JOIN picture AS p ON p.name = u.preview
      """;

  /** The names under which the files of an upload lie. */
  record Names(String original, Optional<String> preview) {
    Stream<String> all() {
      return Stream.concat(Stream.of(original), preview.stream());
    }
  }

  void insert(
      Queries queries,
      long id,
      long owner,
      Prints prints,
      Names names,
      Caption caption,
      Instant at) {
    queries.execute(
        """
        INSERT INTO upload (id, owner_id, kind, name, preview, description, focus_x, focus_y,
                            blurhash, seconds, idle_since)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """,
        Tuple.of(id, owner, prints.kind().text(), names.original())
            .addString(names.preview().orElse(null))
            .addString(caption.description().orElse(null))
            .addDouble(caption.focus().map(Focus::x).orElse(null))
            .addDouble(caption.focus().map(Focus::y).orElse(null))
            .addString(prints.blurhash().orElse(null))
            .addDouble(prints.seconds().stream().boxed().findFirst().orElse(null))
            .addOffsetDateTime(at.atOffset(ZoneOffset.UTC)));
  }

  /** How many of somebody's no post shows. */
  long idle(Queries queries, long owner) {
    return queries
        .one(
            "SELECT count(*) AS idle FROM upload WHERE owner_id = $1 AND idle_since IS NOT NULL",
            Tuple.of(owner),
            row -> row.getLong("idle"))
        .orElse(0L);
  }

  /** One of somebody's, that no post shows yet. */
  Optional<Upload> idle(Queries queries, long owner, long id, Function<String, FediUrl> address) {
    return queries.one(
        SELECT + "WHERE u.id = $1 AND u.owner_id = $2 AND u.idle_since IS NOT NULL",
        Tuple.of(id, owner),
        row -> upload(row, address));
  }

  boolean isShown(Queries queries, long owner, long id) {
    return queries.exists(
        "SELECT FROM upload WHERE id = $1 AND owner_id = $2 AND post_id IS NOT NULL",
        Tuple.of(id, owner));
  }

  /** Somebody's, as far as this post may show them, held until the transaction ends. */
  List<Upload> lock(
      Queries queries, long owner, long post, List<Long> ids, Function<String, FediUrl> address) {
    return queries.list(
        SELECT
            + """
            WHERE u.id = ANY($1) AND u.owner_id = $2 AND coalesce(u.post_id, $3) = $3
              FOR UPDATE OF u
            """,
        Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)).addLong(owner).addLong(post),
        row -> upload(row, address));
  }

  List<Upload> of(Queries queries, long owner, List<Long> ids, Function<String, FediUrl> address) {
    return queries.list(
        SELECT + "WHERE u.id = ANY($1) AND u.owner_id = $2",
        Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)).addLong(owner),
        row -> upload(row, address));
  }

  void describe(Queries queries, long id, Caption caption) {
    queries.execute(
        "UPDATE upload SET description = $2, focus_x = $3, focus_y = $4 WHERE id = $1",
        Tuple.of(id)
            .addString(caption.description().orElse(null))
            .addDouble(caption.focus().map(Focus::x).orElse(null))
            .addDouble(caption.focus().map(Focus::y).orElse(null)));
  }

  void attach(Queries queries, long post, List<Long> ids) {
    queries.execute(
        "UPDATE upload SET post_id = $2, idle_since = NULL WHERE id = ANY($1)",
        Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)).addLong(post));
  }

  void detach(Queries queries, long post, Instant at) {
    queries.execute(
        "UPDATE upload SET post_id = NULL, idle_since = $2 WHERE post_id = $1",
        Tuple.of(post, at.atOffset(ZoneOffset.UTC)));
  }

  /**
   * @return what was deleted; its files are still there
   */
  Optional<Names> delete(Queries queries, long id) {
    return queries.one(
        "DELETE FROM upload WHERE id = $1 RETURNING name, preview",
        Tuple.of(id),
        UploadTable::names);
  }

  List<Names> deleteOfPost(Queries queries, long post) {
    return queries.list(
        "DELETE FROM upload WHERE post_id = $1 RETURNING name, preview",
        Tuple.of(post),
        UploadTable::names);
  }

  List<Names> deleteOf(Queries queries, long owner, int limit) {
    return queries.list(
        """
        DELETE FROM upload
         WHERE id IN (SELECT id FROM upload WHERE owner_id = $1 ORDER BY id LIMIT $2)
        RETURNING name, preview
        """,
        Tuple.of(owner, limit),
        UploadTable::names);
  }

  List<Names> deleteIdle(Queries queries, Instant before, int limit) {
    return queries.list(
        """
        DELETE FROM upload
         WHERE id IN (SELECT id FROM upload WHERE idle_since < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)
        RETURNING name, preview
        """,
        Tuple.of(before.atOffset(ZoneOffset.UTC), limit),
        UploadTable::names);
  }

  private static Names names(Row row) {
    return new Names(row.getString("name"), Optional.ofNullable(row.getString("preview")));
  }

  private static Upload upload(Row row, Function<String, FediUrl> address) {
    var names = names(row);
    return new Upload(
        row.getLong("id"),
        UploadKind.named(row.getString("kind")),
        rendition(row, address.apply(names.original()), ""),
        names.preview().map(name -> rendition(row, address.apply(name), "preview_")),
        new Caption(
            Optional.ofNullable(row.getString("description")),
            Optional.ofNullable(row.getDouble("focus_x"))
                .map(x -> new Focus(x, row.getDouble("focus_y")))),
        Optional.ofNullable(row.getString("blurhash")),
        Optional.ofNullable(row.getDouble("seconds"))
            .map(OptionalDouble::of)
            .orElseGet(OptionalDouble::empty));
  }

  private static Rendition rendition(Row row, FediUrl url, String prefix) {
    var type = prefix.isEmpty() ? "media_type" : prefix + "type";
    return new Rendition(
        url,
        row.getString(type),
        row.getInteger(prefix + "width"),
        row.getInteger(prefix + "height"));
  }
}

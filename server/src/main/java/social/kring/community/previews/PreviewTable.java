package social.kring.community.previews;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.url.FediUrl;

/** The table {@code preview}. */
final class PreviewTable {
  private static final String COLUMNS = "id, url, card::text AS card, wanted_at, fetched_at";

  /** The rows of these addresses, made where there are none. They are somebody's link again. */
  List<PreviewRow> take(Transaction tx, Collection<FediUrl> urls, Ids ids) {
    var texts = urls.stream().map(FediUrl::text).sorted().toArray(String[]::new);
    tx.execute(
        """
        INSERT INTO preview (id, url)
        SELECT * FROM unnest($1::bigint[], $2::text[])
        ON CONFLICT (url) DO NOTHING
        """,
        Tuple.tuple()
            .addArrayOfLong(urls.stream().map(url -> ids.next()).toArray(Long[]::new))
            .addArrayOfString(texts));
    tx.execute(
        "UPDATE preview SET unlinked_at = NULL WHERE url = ANY ($1) AND unlinked_at IS NOT NULL",
        Tuple.tuple().addArrayOfString(texts));
    return tx.list(
        "SELECT " + COLUMNS + " FROM preview WHERE url = ANY ($1) ORDER BY id",
        Tuple.tuple().addArrayOfString(texts),
        PreviewTable::row);
  }

  Optional<PreviewRow> byId(Queries queries, long id) {
    return queries.one(
        "SELECT " + COLUMNS + " FROM preview WHERE id = $1", Tuple.of(id), PreviewTable::row);
  }

  void want(Transaction tx, long id, Instant now) {
    tx.execute("UPDATE preview SET wanted_at = $2 WHERE id = $1", Tuple.of(id, time(now)));
  }

  /** What was found once stays where nothing is found now. */
  void fetched(Transaction tx, long id, Optional<Preview> found, Instant now) {
    tx.execute(
        """
        UPDATE preview
           SET card = coalesce($2::text::jsonb, card), fetched_at = $3
         WHERE id = $1
        """,
        Tuple.of(id, found.map(card -> PreviewJson.of(card).toString()).orElse(null), time(now)));
  }

  /** Nobody may link to these any longer; the sweep will look. */
  void release(Transaction tx, Collection<Long> ids, Instant now) {
    tx.execute(
        "UPDATE preview SET unlinked_at = $2 WHERE id = ANY ($1)",
        Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)).addOffsetDateTime(time(now)));
  }

  /**
   * @return how many were looked at; some of them may have been linked to again
   */
  int sweep(Transaction tx, Instant before, int most) {
    return tx.one(
            """
            WITH old AS (
              SELECT id FROM preview
               WHERE unlinked_at < $1
               ORDER BY unlinked_at
               LIMIT $2
                 FOR UPDATE
            ), linked AS (
              UPDATE preview AS p
                 SET unlinked_at = NULL
                FROM old
               WHERE p.id = old.id
                 AND EXISTS (SELECT FROM preview_link AS l WHERE l.preview_id = p.id)
            ), gone AS (
              DELETE FROM preview AS p
               USING old
               WHERE p.id = old.id
                 AND NOT EXISTS (SELECT FROM preview_link AS l WHERE l.preview_id = p.id)
            )
            SELECT count(*) FROM old
            """,
            Tuple.of(time(before), most),
            row -> row.getInteger(0))
        .orElse(0);
  }

  private static PreviewRow row(Row row) {
    return new PreviewRow(
        row.getLong("id"),
        FediUrl.parse(row.getString("url")),
        Optional.ofNullable(row.getString("card")).map(StrictJson::parse).map(PreviewJson::read),
        instant(row.getOffsetDateTime("wanted_at")),
        instant(row.getOffsetDateTime("fetched_at")));
  }

  private static Optional<Instant> instant(OffsetDateTime time) {
    return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

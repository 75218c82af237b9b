package social.kring.community.posts;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import social.kring.protocol.activitystreams.Audience.Visibility;
import social.kring.protocol.activitystreams.PostType;
import social.kring.protocol.url.FediUrl;

/** Reads and writes the columns of {@code post}. */
final class PostColumns {

  /** Of a post {@code p}; a deleted parent is none. */
  static final String ALL =
      """
      p.id, p.uri, p.author_id, p.local, p.type, p.visibility, p.page, p.activity_uri, p.content,
      p.source, p.spoiler, p.sensitive, p.language, p.in_reply_to_uri, p.conversation,
      (SELECT parent.id FROM post AS parent
        WHERE parent.id = p.in_reply_to_id AND parent.deleted_at IS NULL) AS parent_id,
      p.in_reply_to_author_id, p.attachments, p.emojis, p.poll, p.replies, p.favourites, p.boosts, p.quotes,
      p.published_at, p.edited_at, p.pinned_at, p.deleted_at, p.written_with
      """;

  private PostColumns() {}

  static PostRow row(Row row) {
    return new PostRow(
        row.getLong("id"),
        new PostAddresses(
            FediUrl.parse(row.getString("uri")),
            FediUrl.parse(row.getString("page")),
            url(row, "activity_uri")),
        row.getLong("author_id"),
        new PostKind(
            PostType.named(row.getString("type")).orElse(PostType.NOTE),
            visibility(row.getString("visibility")),
            row.getBoolean("local"),
            Optional.ofNullable(row.getJsonObject("written_with")).map(WrittenWith::from)),
        body(row),
        thread(row),
        state(row));
  }

  static PostBody body(Row row) {
    return new PostBody(
        text(row),
        PostJson.media(row.getJsonArray("attachments")),
        PostJson.emojis(row.getJsonArray("emojis")),
        Optional.ofNullable(row.getJsonObject("poll")).map(PostJson::poll));
  }

  private static PostText text(Row row) {
    return new PostText(
        row.getString("content"),
        row.getString("spoiler"),
        row.getBoolean("sensitive"),
        Optional.ofNullable(row.getString("language")),
        Optional.ofNullable(row.getString("source")));
  }

  private static PostThread thread(Row row) {
    return new PostThread(
        url(row, "in_reply_to_uri"),
        Optional.ofNullable(row.getLong("parent_id"))
            .map(id -> new PostThread.Parent(id, row.getLong("in_reply_to_author_id"))),
        Optional.ofNullable(row.getString("conversation")));
  }

  private static PostState state(Row row) {
    return new PostState(
        new PostCounts(
            row.getLong("replies"),
            row.getLong("favourites"),
            row.getLong("boosts"),
            row.getLong("quotes")),
        row.getOffsetDateTime("published_at").toInstant(),
        instant(row, "edited_at"),
        instant(row, "pinned_at"),
        instant(row, "deleted_at"));
  }

  /** In the order of the insert statement. */
  static Tuple values(PostRow post) {
    var body = post.body();
    return Tuple.of(post.id(), post.uri().text(), post.author(), post.local())
        .addString(post.kind().type().text())
        .addString(text(post.kind().visibility()))
        .addString(post.addresses().page().text())
        .addString(post.addresses().create().map(FediUrl::text).orElse(null))
        .addString(body.text().html())
        .addString(body.text().source().orElse(null))
        .addString(body.text().spoiler())
        .addBoolean(body.text().sensitive())
        .addString(body.text().language().orElse(null))
        .addString(post.thread().inReplyTo().map(FediUrl::text).orElse(null))
        .addLong(post.thread().parent().map(PostThread.Parent::post).orElse(null))
        .addLong(post.thread().parent().map(PostThread.Parent::author).orElse(null))
        .addString(post.thread().conversation().orElse(null))
        .addValue(PostJson.media(body.media()))
        .addValue(PostJson.emojis(body.emojis()))
        .addValue(poll(body))
        .addOffsetDateTime(time(post.state().published()))
        .addOffsetDateTime(post.state().edited().map(PostColumns::time).orElse(null))
        .addValue(post.kind().writtenWith().map(WrittenWith::json).orElse(null));
  }

  static JsonObject poll(PostBody body) {
    return body.poll().map(PostJson::poll).orElse(null);
  }

  static Visibility visibility(String text) {
    return Visibility.valueOf(text.toUpperCase(Locale.ROOT));
  }

  static String text(Visibility visibility) {
    return visibility.name().toLowerCase(Locale.ROOT);
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Optional<Instant> instant(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  private static Optional<FediUrl> url(Row row, String column) {
    return Optional.ofNullable(row.getString(column)).map(FediUrl::parse);
  }
}

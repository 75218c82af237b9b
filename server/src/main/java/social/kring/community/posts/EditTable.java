package social.kring.community.posts;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code post_edit}: what a post said before. */
final class EditTable {
  private static final int MOST = 200;

  void insert(Transaction tx, long id, PostRow before) {
    var text = before.body().text();
    tx.execute(
        """
        INSERT INTO post_edit (id, post_id, content, spoiler, sensitive, attachments, emojis, poll,
                               written_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """,
        Tuple.of(id, before.id(), text.html(), text.spoiler(), text.sensitive())
            .addValue(PostJson.media(before.body().media()))
            .addValue(PostJson.emojis(before.body().emojis()))
            .addValue(PostColumns.poll(before.body()))
            .addOffsetDateTime(
                PostColumns.time(before.state().edited().orElse(before.state().published()))));
  }

  /** The oldest first. */
  List<Version> of(Queries queries, long post) {
    return queries.list(
        """
        SELECT content, spoiler, sensitive, attachments, emojis, poll, written_at
          FROM post_edit
         WHERE post_id = $1
         ORDER BY id
         LIMIT $2
        """,
        Tuple.of(post, MOST),
        row ->
            new Version(
                new PostBody(
                    new PostText(
                        row.getString("content"),
                        row.getString("spoiler"),
                        row.getBoolean("sensitive"),
                        Optional.empty(),
                        Optional.empty()),
                    PostJson.media(row.getJsonArray("attachments")),
                    PostJson.emojis(row.getJsonArray("emojis")),
                    Optional.ofNullable(row.getJsonObject("poll")).map(PostJson::poll)),
                row.getOffsetDateTime("written_at").toInstant()));
  }

  void delete(Transaction tx, long post) {
    tx.execute("DELETE FROM post_edit WHERE post_id = $1", Tuple.of(post));
  }
}

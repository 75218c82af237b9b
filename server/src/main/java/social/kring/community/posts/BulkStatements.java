package social.kring.community.posts;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code post}, many rows in one statement. */
final class BulkStatements {

  /**
   * Inserts posts from elsewhere that answer nothing, in the order of their addresses, so that two
   * never wait for each other.
   *
   * @return the ids of those that are new; where an address or an id is known, nothing is done
   */
  Set<Long> insert(Transaction tx, List<PostRow> posts) {
    return Set.copyOf(
        tx.list(
            """
            INSERT INTO post (id, uri, author_id, local, type, visibility, page, content, spoiler,
                              sensitive, language, conversation, attachments, emojis, poll,
                              published_at, edited_at)
            SELECT id, uri, author_id, false, type, visibility, page, content, spoiler, sensitive,
                   language, conversation, attachments::jsonb, emojis::jsonb, poll::jsonb,
                   published_at, edited_at
              FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[], $5::text[],
                          $6::text[], $7::text[], $8::text[], $9::boolean[], $10::text[],
                          $11::text[], $12::text[], $13::text[], $14::text[], $15::timestamptz[],
                          $16::timestamptz[])
                AS came (id, uri, author_id, type, visibility, page, content, spoiler, sensitive,
                         language, conversation, attachments, emojis, poll, published_at, edited_at)
             ORDER BY uri
            ON CONFLICT DO NOTHING
            RETURNING id
            """,
            values(posts),
            row -> row.getLong("id")));
  }

  private static Tuple values(List<PostRow> posts) {
    var tuple = Tuple.tuple();
    tuple.addArrayOfLong(posts.stream().map(PostRow::id).toArray(Long[]::new));
    tuple.addArrayOfString(texts(posts, post -> post.uri().text()));
    tuple.addArrayOfLong(posts.stream().map(PostRow::author).toArray(Long[]::new));
    tuple.addArrayOfString(texts(posts, post -> post.kind().type().text()));
    tuple.addArrayOfString(texts(posts, post -> PostColumns.text(post.kind().visibility())));
    tuple.addArrayOfString(texts(posts, post -> post.addresses().page().text()));
    tuple.addArrayOfString(texts(posts, post -> post.body().text().html()));
    tuple.addArrayOfString(texts(posts, post -> post.body().text().spoiler()));
    tuple.addArrayOfBoolean(
        posts.stream().map(post -> post.body().text().sensitive()).toArray(Boolean[]::new));
    tuple.addArrayOfString(texts(posts, post -> post.body().text().language().orElse(null)));
    tuple.addArrayOfString(texts(posts, post -> post.thread().conversation().orElse(null)));
    tuple.addArrayOfString(texts(posts, post -> PostJson.media(post.body().media()).encode()));
    tuple.addArrayOfString(texts(posts, post -> PostJson.emojis(post.body().emojis()).encode()));
    tuple.addArrayOfString(
        texts(
            posts,
            post -> post.body().poll().map(poll -> PostJson.poll(poll).encode()).orElse(null)));
    tuple.addArrayOfOffsetDateTime(times(posts, post -> Optional.of(post.state().published())));
    return tuple.addArrayOfOffsetDateTime(times(posts, post -> post.state().edited()));
  }

  private static String[] texts(List<PostRow> posts, Function<PostRow, String> part) {
    return posts.stream().map(part).toArray(String[]::new);
  }

  private static OffsetDateTime[] times(
      List<PostRow> posts, Function<PostRow, Optional<Instant>> part) {
    return posts.stream()
        .map(post -> part.apply(post).map(PostColumns::time).orElse(null))
        .toArray(OffsetDateTime[]::new);
  }

  /** The addresses of those to which there are answers without a parent. */
  Set<String> answered(Queries queries, List<PostRow> posts) {
    return Set.copyOf(
        queries.list(
            """
            SELECT asked.uri
              FROM unnest($1::text[]) AS asked (uri)
             WHERE EXISTS (SELECT FROM post
                            WHERE in_reply_to_uri = asked.uri AND in_reply_to_id IS NULL)
            """,
            Tuple.tuple().addArrayOfString(texts(posts, post -> post.uri().text())),
            row -> row.getString("uri")));
  }
}

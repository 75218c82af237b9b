package social.kring.community.posts;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import social.kring.platform.storage.Queries;
import social.kring.protocol.activitystreams.Audience.Visibility;

/** Reads of posts what streams need to know before anybody renders them. */
public final class TraitReader {
  private static final String MARKED =
      """
      SELECT viewer.id AS viewer_id, p.id AS post_id
        FROM unnest($1::bigint[]) AS viewer (id)
       CROSS JOIN post AS p
       WHERE p.id = ANY ($2)
         AND (p.author_id = viewer.id
              OR (%s) <> 0
              OR EXISTS (SELECT FROM poll_vote AS vote
                          WHERE vote.post_id = p.id AND vote.actor_id = viewer.id))
      """
          .formatted(Mark.sql().replaceAll("\\$1(::bigint)?", "viewer.id"));

  TraitReader() {}

  /** Those that are deleted included; nothing by those who are withheld. */
  public List<PostTraits> of(Queries queries, Collection<Long> posts) {
    if (posts.isEmpty()) return List.of();
    return queries.list(
        """
        SELECT p.id, p.author_id, p.visibility, p.local, p.attachments <> '[]' AS media,
               p.in_reply_to_uri IS NOT NULL
                 AND p.in_reply_to_author_id IS DISTINCT FROM p.author_id AS answers,
               ARRAY(SELECT t.name FROM post_tag AS t WHERE t.post_id = p.id LIMIT 100) AS tags
          FROM post AS p
         WHERE p.id = ANY ($1)
           AND NOT EXISTS (SELECT FROM actor_withheld AS w WHERE w.actor_id = p.author_id)
        """,
        Tuple.tuple().addArrayOfLong(posts.toArray(Long[]::new)),
        TraitReader::from);
  }

  /** Which of these viewers see which of these posts with a mark, or as their own. */
  public List<Marked> marked(Queries queries, Collection<Long> viewers, Collection<Long> posts) {
    if (viewers.isEmpty() || posts.isEmpty()) return List.of();
    return queries.list(
        MARKED,
        Tuple.tuple()
            .addArrayOfLong(viewers.toArray(Long[]::new))
            .addArrayOfLong(posts.toArray(Long[]::new)),
        row -> new Marked(row.getLong("viewer_id"), row.getLong("post_id")));
  }

  /** A viewer who sees a post with a mark of their own. */
  public record Marked(long viewer, long post) {}

  private static PostTraits from(Row row) {
    return new PostTraits(
        row.getLong("id"),
        row.getLong("author_id"),
        Visibility.valueOf(row.getString("visibility").toUpperCase(Locale.ROOT)),
        row.getBoolean("local"),
        row.getBoolean("media"),
        row.getBoolean("answers"),
        List.of(row.getArrayOfStrings("tags")));
  }
}

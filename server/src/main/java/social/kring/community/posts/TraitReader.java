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

  /** Which of these viewers have done something with which of these posts, so that it shows. */
  public List<Marked> marked(Queries queries, Collection<Long> viewers, Collection<Long> posts) {
    if (viewers.isEmpty() || posts.isEmpty()) return List.of();
    return queries.list(
        """
        SELECT actor_id, post_id FROM favourite WHERE post_id = ANY ($2) AND actor_id = ANY ($1)
        UNION
        SELECT actor_id, post_id FROM boost WHERE post_id = ANY ($2) AND actor_id = ANY ($1)
        UNION
        SELECT author_id, id FROM post WHERE id = ANY ($2) AND author_id = ANY ($1)
        """,
        Tuple.tuple()
            .addArrayOfLong(viewers.toArray(Long[]::new))
            .addArrayOfLong(posts.toArray(Long[]::new)),
        row -> new Marked(row.getLong("actor_id"), row.getLong("post_id")));
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

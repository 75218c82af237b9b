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
  /** A post shows itself and what it quotes; only the first is known to be for the viewer. */
  private static final String MARKED =
      """
      SELECT DISTINCT viewer.id AS viewer_id, part.post_id
        FROM unnest($1::bigint[]) AS viewer (id)
       CROSS JOIN (SELECT shown.id AS post_id, shown.id AS part_id, false AS quoted
                     FROM unnest($2::bigint[]) AS shown (id)
                    UNION ALL
                   SELECT q.post_id, q.quoted_id, true
                     FROM quote AS q
                    WHERE q.post_id = ANY ($2) AND q.quoted_id IS NOT NULL) AS part
        JOIN post AS p ON p.id = part.part_id
       WHERE p.author_id = viewer.id
          OR (%s) <> 0
          OR EXISTS (SELECT FROM poll_vote AS vote
                      WHERE vote.post_id = p.id AND vote.actor_id = viewer.id)
          OR (part.quoted
              AND (p.visibility NOT IN ('public', 'unlisted')
                   OR EXISTS (SELECT FROM hidden_from AS h
                               WHERE h.viewer_id = viewer.id AND h.hidden_id = p.author_id)))
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

  /**
   * Which of these viewers see which of these posts with a mark, or as their own, or may see what
   * it quotes otherwise than anybody.
   */
  public List<Marked> marked(Queries queries, Collection<Long> viewers, Collection<Long> posts) {
    if (viewers.isEmpty() || posts.isEmpty()) return List.of();
    return queries.list(
        MARKED,
        Tuple.tuple()
            .addArrayOfLong(viewers.toArray(Long[]::new))
            .addArrayOfLong(posts.toArray(Long[]::new)),
        row -> new Marked(row.getLong("viewer_id"), row.getLong("post_id")));
  }

  /** A viewer who sees a post otherwise than anybody. */
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

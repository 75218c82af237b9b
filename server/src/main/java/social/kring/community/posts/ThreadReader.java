package social.kring.community.posts;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Set;
import social.kring.platform.storage.Queries;

/** Reads what stands before and after a post, as far as a viewer may see it. */
public final class ThreadReader {
  private static final int MOST_ANCESTORS = 40;
  private static final int MOST_DESCENDANTS = 500;
  private static final int DEEPEST = 50;

  /**
   * A thread around a post.
   *
   * @param ancestors the first post first
   * @param descendants each answer followed by the answers to it; those of an author to herself
   *     first, then the oldest
   */
  public record Context(List<PostEntry> ancestors, List<PostEntry> descendants) {}

  ThreadReader() {}

  /** In a circle, what stands above a post also stands below it: it is shown once. */
  public Context around(Queries queries, long viewer, long post) {
    var ancestors = ancestors(queries, viewer, post);
    var above = Set.copyOf(ancestors);
    return new Context(
        ancestors,
        descendants(queries, viewer, post).stream()
            .filter(entry -> !above.contains(entry))
            .toList());
  }

  /** Posts elsewhere may answer each other in a circle: each is passed once. */
  private static List<PostEntry> ancestors(Queries queries, long viewer, long post) {
    return queries.list(
        """
        WITH RECURSIVE above (id, path) AS (
          SELECT in_reply_to_id, ARRAY[id] FROM post WHERE id = $2
          UNION ALL
          SELECT post.in_reply_to_id, above.path || post.id
            FROM above
            JOIN post ON post.id = above.id
           WHERE above.id <> ALL (above.path) AND cardinality(above.path) < $3
        )
        SELECT p.id, p.id AS post_id
          FROM above
          JOIN post_visible_to($1) AS p ON p.id = above.id
         WHERE above.id <> ALL (above.path)
         ORDER BY cardinality(above.path) DESC
        """,
        Tuple.of(viewer, post, MOST_ANCESTORS),
        PostLists::entry);
  }

  /**
   * The limit within stops the search itself, so that no thread is too long to be read: level by
   * level, the oldest answers to each post first. Each step of a path is whether somebody else
   * answers, and the answer.
   */
  private static List<PostEntry> descendants(Queries queries, long viewer, long post) {
    return queries.list(
        """
        WITH RECURSIVE below (id, path) AS (
          (SELECT id, ARRAY[(author_id IS DISTINCT FROM in_reply_to_author_id)::int, id] FROM post
            WHERE in_reply_to_id = $2 AND id <> $2
            ORDER BY id LIMIT $4)
          UNION ALL
          SELECT answer.id, below.path || ARRAY[answer.others, answer.id]
            FROM below
            CROSS JOIN LATERAL (
              SELECT id, (author_id IS DISTINCT FROM in_reply_to_author_id)::int AS others
                FROM post WHERE in_reply_to_id = below.id ORDER BY id LIMIT $4
            ) AS answer
           WHERE cardinality(below.path) < 2 * $3
             AND answer.id <> ALL (below.path) AND answer.id <> $2
        ), found AS (
          SELECT id, path FROM below LIMIT $4
        )
        SELECT p.id, p.id AS post_id
          FROM found
          JOIN post_visible_to($1) AS p ON p.id = found.id
         ORDER BY found.path
        """,
        Tuple.of(viewer, post, DEEPEST, MOST_DESCENDANTS),
        PostLists::entry);
  }
}

package social.kring.community.posts;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import social.kring.community.PageRequest;
import social.kring.platform.storage.Queries;

/** Lists of posts and boosts as a viewer sees them: ids only, and no page is short. */
final class PostLists {
  private static final int MOST_PINNED = 20;

  /** Which of these posts and boosts a viewer may see, in their order. */
  List<PostEntry> visible(Queries queries, long viewer, List<Long> ids) {
    return queries.list(
        """
        SELECT asked.id, coalesce(b.post_id, p.id) AS post_id
          FROM unnest($2::bigint[]) WITH ORDINALITY AS asked (id, place)
          LEFT JOIN post_visible_to($1) AS p ON p.id = asked.id
          LEFT JOIN boost_visible_to($1) AS b ON b.id = asked.id
         WHERE p.id IS NOT NULL OR b.id IS NOT NULL
         ORDER BY asked.place
        """,
        Tuple.of(viewer).addArrayOfLong(ids.toArray(Long[]::new)),
        PostLists::entry);
  }

  /** Whether an author and all that is the author's is hidden from a viewer. */
  boolean hidden(Queries queries, long viewer, long author) {
    return queries.exists(
        "SELECT FROM hidden_from WHERE viewer_id = $1 AND hidden_id = $2",
        Tuple.of(viewer, author));
  }

  /** What an actor published, with boosts unless the filter leaves them out. */
  List<PostEntry> byAuthor(
      Queries queries, long viewer, long author, ProfileFilter filter, PageRequest page) {
    var own = part(OWN, "p.id", filter, page).formatted(conditions(filter));
    var sql = filter.boosts() ? own + " UNION ALL " + part(BOOSTED, "b.id", filter, page) : own;
    return page.newestFirst(
        queries.list(
            "SELECT id, post_id FROM (%s) AS entry ORDER BY id %s LIMIT %d"
                .formatted(sql, page.direction(), page.limit()),
            parameters(viewer, author, filter, page),
            PostLists::entry));
  }

  private static final String OWN =
      """
      (SELECT p.id, p.id AS post_id
         FROM post_visible_to($1) AS p
        WHERE p.author_id = $2 BOUNDS %s
        ORDER BY p.id DIRECTION
        LIMIT MOST)
      """;

  private static final String BOOSTED =
      """
      (SELECT b.id, b.post_id
         FROM boost_visible_to($1) AS b
        WHERE b.actor_id = $2 BOUNDS
        ORDER BY b.id DIRECTION
        LIMIT MOST)
      """;

  private static String part(String sql, String column, ProfileFilter filter, PageRequest page) {
    return sql.replace("BOUNDS", page.within(column, filter.tag().isPresent() ? 4 : 3))
        .replace("DIRECTION", page.direction())
        .replace("MOST", Integer.toString(page.limit()));
  }

  private static String conditions(ProfileFilter filter) {
    var conditions = new StringBuilder();
    if (!filter.replies()) {
      // An answer to oneself continues a thread and is none to others.
      conditions.append(
          " AND (p.in_reply_to_uri IS NULL OR p.in_reply_to_author_id = p.author_id)");
    }
    if (filter.onlyMedia()) conditions.append(" AND p.attachments <> '[]'");
    if (filter.tag().isPresent()) {
      conditions.append(
          " AND EXISTS (SELECT FROM post_tag AS t WHERE t.post_id = p.id AND t.name = $3)");
    }
    return conditions.toString();
  }

  private static Tuple parameters(
      long viewer, long author, ProfileFilter filter, PageRequest page) {
    var parameters = Tuple.of(viewer, author);
    filter.tag().ifPresent(parameters::addString);
    return page.bounds(parameters);
  }

  /** What an author shows off, the newest pin first. */
  List<PostEntry> pinned(Queries queries, long viewer, long author) {
    return queries.list(
        """
        SELECT p.id, p.id AS post_id
          FROM post_visible_to($1) AS p
         WHERE p.author_id = $2 AND p.pinned_at IS NOT NULL
         ORDER BY p.pinned_at DESC
         LIMIT $3
        """,
        Tuple.of(viewer, author, MOST_PINNED),
        PostLists::entry);
  }

  /** Answers to a post that a viewer may see, the oldest first. */
  List<PostEntry> replies(Queries queries, long viewer, long post, long after, int limit) {
    return queries.list(
        """
        SELECT p.id, p.id AS post_id
          FROM post_visible_to($1) AS p
         WHERE p.in_reply_to_id = $2 AND p.id > $3
         ORDER BY p.id
         LIMIT $4
        """,
        Tuple.of(viewer, post, after, limit),
        PostLists::entry);
  }

  static PostEntry entry(Row row) {
    return new PostEntry(row.getLong("id"), row.getLong("post_id"));
  }
}

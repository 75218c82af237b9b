package social.kring.community.timelines;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import social.kring.community.PageRequest;
import social.kring.community.posts.EntryQuery;
import social.kring.community.posts.PostEntry;
import social.kring.platform.storage.Queries;

/** Public posts as a viewer sees them. */
final class PublicLists {
  private static final String NOT_MUTED =
      """
      AND NOT EXISTS (SELECT FROM muted_by AS m
                       WHERE m.viewer_id = $1 AND m.muted_id = p.author_id)
      """;

  /** Without answers to others, which make no sense out of their thread. */
  EntryQuery everyone(long viewer, TimelineFilter filter, PageRequest page) {
    return new EntryQuery(
        """
            SELECT p.id, p.id AS post_id
              FROM post_visible_to($1) AS p
             WHERE p.visibility = 'public' %s %s
               AND (p.in_reply_to_uri IS NULL OR p.in_reply_to_author_id = p.author_id)
               %s
             ORDER BY p.id %s
             LIMIT %d
            """
            .formatted(
                page.within("p.id", 2),
                filter.conditions(),
                NOT_MUTED,
                page.direction(),
                page.limit()),
        page.bounds(Tuple.of(viewer)),
        page);
  }

  List<PostEntry> tagged(
      Queries queries, long viewer, TagChoice tags, TimelineFilter filter, PageRequest page) {
    return tags.simple()
        ? tagged(queries, viewer, tags.any().getFirst(), filter, page)
        : combined(queries, viewer, tags, filter, page);
  }

  /** Several tags: a post that has two of them is still one. */
  private static List<PostEntry> combined(
      Queries queries, long viewer, TagChoice tags, TimelineFilter filter, PageRequest page) {
    return page.newestFirst(
        queries.list(
            """
            SELECT t.post_id AS id, t.post_id
              FROM (SELECT DISTINCT post_id
                      FROM post_tagged
                     WHERE name = ANY ($5) AND post_id < $2 AND post_id > $3) AS t
              JOIN post_visible_to($1) AS p ON p.id = t.post_id
             WHERE p.visibility = 'public' %s
               AND (SELECT count(*) FROM post_tagged AS each
                     WHERE each.post_id = t.post_id AND each.name = ANY ($6)) = cardinality($6)
               AND NOT EXISTS (SELECT FROM post_tagged AS none
                                WHERE none.post_id = t.post_id AND none.name = ANY ($7))
               %s
             ORDER BY t.post_id %s
             LIMIT $4
            """
                .formatted(filter.conditions(), NOT_MUTED, page.direction()),
            Tuple.of(viewer, page.before(), page.after(), page.limit())
                .addArrayOfString(tags.any().toArray(String[]::new))
                .addArrayOfString(tags.all().toArray(String[]::new))
                .addArrayOfString(tags.none().toArray(String[]::new)),
            PublicLists::entry));
  }

  private static List<PostEntry> tagged(
      Queries queries, long viewer, String tag, TimelineFilter filter, PageRequest page) {
    return page.newestFirst(
        queries.list(
            """
            SELECT t.post_id AS id, t.post_id
              FROM post_tagged AS t
              JOIN post_visible_to($1) AS p ON p.id = t.post_id
             WHERE t.name = $2 %s
               AND p.visibility = 'public' %s
               %s
             ORDER BY t.post_id %s
             LIMIT %d
            """
                .formatted(
                    page.within("t.post_id", 3),
                    filter.conditions(),
                    NOT_MUTED,
                    page.direction(),
                    page.limit()),
            page.bounds(Tuple.of(viewer, tag)),
            PublicLists::entry));
  }

  private static PostEntry entry(Row row) {
    return new PostEntry(row.getLong("id"), row.getLong("post_id"));
  }
}

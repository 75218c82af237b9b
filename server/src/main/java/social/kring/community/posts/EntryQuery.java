package social.kring.community.posts;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import social.kring.community.PageRequest;
import social.kring.platform.storage.Queries;

/**
 * How a page of a list is found. {@link StampReader} makes it a part of its own query, so that a
 * page takes one.
 *
 * @param sql selects {@code id} and {@code post_id} of what the viewer may see, no more than a
 *     page, in the order of {@code page}; the viewer is {@code $1}
 */
public record EntryQuery(String sql, Tuple parameters, PageRequest page) {

  /** Newest first. */
  public List<PostEntry> read(Queries queries) {
    return page.newestFirst(queries.list(sql, parameters, EntryQuery::entry));
  }

  private static PostEntry entry(Row row) {
    return new PostEntry(row.getLong("id"), row.getLong("post_id"));
  }
}

package social.kring.community.posts;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import social.kring.platform.storage.Queries;

/** The ids of all posts there are, newest first, for work that goes through all of them. */
public final class PostWalk {

  public List<Long> before(Queries queries, long id, int most) {
    return queries.list(
        """
        SELECT id FROM post
         WHERE id < $1 AND deleted_at IS NULL
         ORDER BY id DESC
         LIMIT $2
        """,
        Tuple.of(id, most),
        row -> row.getLong("id"));
  }

  public List<Long> byAuthorBefore(Queries queries, long author, long id, int most) {
    return queries.list(
        """
        SELECT id FROM post
         WHERE author_id = $1 AND id < $2 AND deleted_at IS NULL
         ORDER BY id DESC
         LIMIT $3
        """,
        Tuple.of(author, id, most),
        row -> row.getLong("id"));
  }
}

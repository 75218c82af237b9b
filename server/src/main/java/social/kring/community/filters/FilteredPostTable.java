package social.kring.community.filters;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code filter_post}. */
final class FilteredPostTable {

  /** What is there already stays. */
  FilteredPost insert(Transaction tx, FilteredPost post) {
    return tx.one(
            """
            INSERT INTO filter_post (id, filter_id, post_id)
            VALUES ($1, $2, $3)
            ON CONFLICT (filter_id, post_id) DO UPDATE SET post_id = excluded.post_id
            RETURNING id, filter_id, post_id
            """,
            Tuple.of(post.id(), post.filter(), post.post()),
            FilteredPostTable::from)
        .orElseThrow();
  }

  void delete(Transaction tx, long id) {
    tx.execute("DELETE FROM filter_post WHERE id = $1", Tuple.of(id));
  }

  List<FilteredPost> of(Queries queries, Collection<Long> filters) {
    return queries.list(
        """
        SELECT id, filter_id, post_id
          FROM filter_post
         WHERE filter_id = ANY ($1)
         ORDER BY id
        """,
        Tuple.tuple().addArrayOfLong(filters.toArray(Long[]::new)),
        FilteredPostTable::from);
  }

  Optional<FilteredPost> find(Queries queries, long owner, long id) {
    return queries.one(
        """
        SELECT p.id, p.filter_id, p.post_id
          FROM filter_post AS p
          JOIN filter AS f ON f.id = p.filter_id
         WHERE p.id = $1 AND f.owner_id = $2
        """,
        Tuple.of(id, owner),
        FilteredPostTable::from);
  }

  private static FilteredPost from(Row row) {
    return new FilteredPost(row.getLong("id"), row.getLong("filter_id"), row.getLong("post_id"));
  }
}

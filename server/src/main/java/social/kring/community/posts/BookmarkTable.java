package social.kring.community.posts;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import social.kring.community.PageRequest;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code bookmark}. */
final class BookmarkTable {

  void insert(Transaction tx, long id, long actor, long post) {
    tx.execute(
        """
        INSERT INTO bookmark (id, actor_id, post_id)
        VALUES ($1, $2, $3)
        ON CONFLICT (actor_id, post_id) DO NOTHING
        """,
        Tuple.of(id, actor, post));
  }

  void delete(Transaction tx, long actor, long post) {
    tx.execute("DELETE FROM bookmark WHERE actor_id = $1 AND post_id = $2", Tuple.of(actor, post));
  }

  /** What somebody keeps and may still see, what was kept last first. */
  List<Favoured> by(Queries queries, long actor, PageRequest page) {
    return page.newestFirst(
        queries.list(
            """
            SELECT b.id, b.post_id
              FROM bookmark AS b
              JOIN post_visible_to($1) AS p ON p.id = b.post_id
             WHERE b.actor_id = $1 %s
             ORDER BY b.id %s
             LIMIT %d
            """
                .formatted(page.within("b.id", 2), page.direction(), page.limit()),
            page.bounds(Tuple.of(actor)),
            row -> new Favoured(row.getLong("id"), row.getLong("post_id"))));
  }

  /**
   * @return how many went; fewer than asked for: these were the last
   */
  int deleteSome(Transaction tx, long post, int most) {
    return tx.execute(
        """
        DELETE FROM bookmark
         WHERE id IN (SELECT id FROM bookmark WHERE post_id = $1 ORDER BY id LIMIT $2)
        """,
        Tuple.of(post, most));
  }
}

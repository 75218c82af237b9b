package social.kring.community.posts;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.kring.community.PageRequest;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.url.FediUrl;

/** The table {@code favourite}. */
final class FavouriteTable {

  /**
   * A like as it is stored.
   *
   * @param activity id of the Like as its author gave it
   */
  record Favourite(long id, long actor, long post, FediUrl activity) {}

  /**
   * @return whether it is new
   */
  boolean insert(Transaction tx, Favourite favourite, Instant at) {
    return tx.execute(
            """
            INSERT INTO favourite (id, actor_id, post_id, activity_uri, favourited_at)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (post_id, actor_id) DO NOTHING
            """,
            Tuple.of(
                favourite.id(),
                favourite.actor(),
                favourite.post(),
                favourite.activity().text(),
                PostColumns.time(at)))
        > 0;
  }

  Optional<Favourite> delete(Transaction tx, long post, long actor) {
    return tx.one(
        """
        DELETE FROM favourite
         WHERE post_id = $1 AND actor_id = $2
        RETURNING id, actor_id, post_id, activity_uri
        """,
        Tuple.of(post, actor),
        FavouriteTable::from);
  }

  /** Peers may give several things the same id, so an actor's own counts. */
  List<Favourite> byActivity(Queries queries, FediUrl activity) {
    return queries.list(
        """
        SELECT id, actor_id, post_id, activity_uri
          FROM favourite
         WHERE activity_uri = $1
         LIMIT 10
        """,
        Tuple.of(activity.text()),
        FavouriteTable::from);
  }

  /** What somebody favours and may see, the newest favour first. */
  List<Favoured> by(Queries queries, long actor, PageRequest page) {
    return page.newestFirst(
        queries.list(
            """
            SELECT f.id, f.post_id
              FROM favourite AS f
              JOIN post_visible_to($1) AS p ON p.id = f.post_id
             WHERE f.actor_id = $1 AND f.id < $2 AND f.id > $3
             ORDER BY f.id %s
             LIMIT $4
            """
                .formatted(page.direction()),
            Tuple.of(actor, page.before(), page.after(), page.limit()),
            row -> new Favoured(row.getLong("id"), row.getLong("post_id"))));
  }

  /** Who favours a post, as pages of entries: the favourite's id and the actor's. */
  List<Reaction> of(Queries queries, long post, PageRequest page) {
    return page.newestFirst(
        queries.list(
            """
            SELECT id, actor_id
              FROM favourite
             WHERE post_id = $1 AND id < $2 AND id > $3
             ORDER BY id %s
             LIMIT $4
            """
                .formatted(page.direction()),
            Tuple.of(post, page.before(), page.after(), page.limit()),
            row -> new Reaction(row.getLong("id"), row.getLong("actor_id"))));
  }

  /**
   * @return how many went; fewer than asked for: these were the last
   */
  int deleteSome(Transaction tx, long post, int most) {
    return tx.execute(
        """
        DELETE FROM favourite
         WHERE id IN (SELECT id FROM favourite WHERE post_id = $1 ORDER BY id LIMIT $2)
        """,
        Tuple.of(post, most));
  }

  private static Favourite from(Row row) {
    return new Favourite(
        row.getLong("id"),
        row.getLong("actor_id"),
        row.getLong("post_id"),
        FediUrl.parse(row.getString("activity_uri")));
  }
}

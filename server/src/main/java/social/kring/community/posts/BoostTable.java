package social.kring.community.posts;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import social.kring.community.PageRequest;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.url.FediUrl;

/** The table {@code boost}. */
final class BoostTable {
  private static final String SELECT =
      "SELECT b.id, b.uri, b.actor_id, b.post_id, b.visibility, b.boosted_at FROM boost AS b ";

  /**
   * @return whether it is new: neither its id nor this booster's boost of this post is known
   */
  boolean insert(Transaction tx, BoostRow boost) {
    return tx.execute(
            """
            INSERT INTO boost (id, uri, actor_id, post_id, visibility, boosted_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT DO NOTHING
            """,
            Tuple.of(boost.id(), boost.uri().text(), boost.booster(), boost.post())
                .addString(PostColumns.text(boost.visibility()))
                .addOffsetDateTime(PostColumns.time(boost.at())))
        > 0;
  }

  Optional<BoostRow> delete(Transaction tx, long post, long booster) {
    return tx.one(
        """
        DELETE FROM boost AS b
         WHERE b.post_id = $1 AND b.actor_id = $2
        RETURNING b.id, b.uri, b.actor_id, b.post_id, b.visibility, b.boosted_at
        """,
        Tuple.of(post, booster),
        BoostTable::from);
  }

  Optional<BoostRow> byUri(Queries queries, FediUrl uri) {
    return queries.one(SELECT + "WHERE b.uri = $1", Tuple.of(uri.text()), BoostTable::from);
  }

  Optional<BoostRow> between(Queries queries, long post, long booster) {
    return queries.one(
        SELECT + "WHERE b.post_id = $1 AND b.actor_id = $2",
        Tuple.of(post, booster),
        BoostTable::from);
  }

  List<BoostRow> byIds(Queries queries, Collection<Long> ids) {
    return queries.list(
        SELECT + "WHERE b.id = ANY ($1)",
        Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)),
        BoostTable::from);
  }

  /** Who boosted a post so that everyone may see it. */
  List<Reaction> of(Queries queries, long post, PageRequest page) {
    return page.newestFirst(
        queries.list(
            """
            SELECT id, actor_id
              FROM boost
             WHERE post_id = $1 AND id < $2 AND id > $3 AND visibility <> 'private'
             ORDER BY id %s
             LIMIT $4
            """
                .formatted(page.direction()),
            Tuple.of(post, page.before(), page.after(), page.limit()),
            row -> new Reaction(row.getLong("id"), row.getLong("actor_id"))));
  }

  /**
   * Takes some boosts of a post away.
   *
   * @return who had boosted it
   */
  List<BoostRow> deleteSome(Transaction tx, long post, int most) {
    return tx.list(
        """
        DELETE FROM boost AS b
         WHERE b.id IN (SELECT id FROM boost WHERE post_id = $1 ORDER BY id LIMIT $2)
        RETURNING b.id, b.uri, b.actor_id, b.post_id, b.visibility, b.boosted_at
        """,
        Tuple.of(post, most),
        BoostTable::from);
  }

  private static BoostRow from(Row row) {
    return new BoostRow(
        row.getLong("id"),
        FediUrl.parse(row.getString("uri")),
        row.getLong("actor_id"),
        row.getLong("post_id"),
        PostColumns.visibility(row.getString("visibility")),
        row.getOffsetDateTime("boosted_at").toInstant());
  }
}

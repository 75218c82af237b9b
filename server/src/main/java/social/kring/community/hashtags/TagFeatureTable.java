package social.kring.community.hashtags;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code tag_feature}. */
final class TagFeatureTable {

  /** An author's posts are counted, not a hashtag's: those may be millions. */
  private static final String OWN_POSTS =
      """
      SELECT id, published_at
        FROM post_visible_to(0)
       WHERE author_id = $1
       ORDER BY id DESC
       LIMIT 2000
      """;

  /**
   * @return whether it was added now
   */
  boolean insert(Transaction tx, long id, long owner, String name) {
    return tx.execute(
            """
            INSERT INTO tag_feature (id, owner_id, name)
            VALUES ($1, $2, $3)
            ON CONFLICT (owner_id, name) DO NOTHING
            """,
            Tuple.of(id, owner, name))
        > 0;
  }

  boolean delete(Transaction tx, long owner, long id) {
    return tx.execute(
            "DELETE FROM tag_feature WHERE owner_id = $1 AND id = $2", Tuple.of(owner, id))
        > 0;
  }

  void delete(Transaction tx, long owner, String name) {
    tx.execute("DELETE FROM tag_feature WHERE owner_id = $1 AND name = $2", Tuple.of(owner, name));
  }

  void deleteOf(Transaction tx, long owner) {
    tx.execute("DELETE FROM tag_feature WHERE owner_id = $1", Tuple.of(owner));
  }

  Set<String> among(Queries queries, long owner, Collection<String> names) {
    return Set.copyOf(
        queries.list(
            "SELECT name FROM tag_feature WHERE owner_id = $1 AND name = ANY ($2)",
            Tuple.of(owner).addArrayOfString(names.toArray(String[]::new)),
            row -> row.getString("name")));
  }

  /** In the order of their use. */
  List<FeaturedTag> of(Queries queries, long owner) {
    return queries.list(
        """
        WITH own AS MATERIALIZED (%s)
        SELECT f.id, f.name, count(own.id) AS posts, max(own.published_at) AS last_post
          FROM tag_feature AS f
          LEFT JOIN (own JOIN post_tagged AS t ON t.post_id = own.id) ON t.name = f.name
         WHERE f.owner_id = $1
         GROUP BY f.id, f.name
         ORDER BY posts DESC, f.id
        """
            .formatted(OWN_POSTS),
        Tuple.of(owner),
        TagFeatureTable::from);
  }

  /** What somebody uses most and does not show. */
  List<String> suggestions(Queries queries, long owner, int most) {
    return queries.list(
        """
        WITH own AS MATERIALIZED (%s)
        SELECT t.name
          FROM own
          JOIN post_tagged AS t ON t.post_id = own.id
         WHERE NOT EXISTS (SELECT FROM tag_feature AS f
                            WHERE f.owner_id = $1 AND f.name = t.name)
         GROUP BY t.name
         ORDER BY count(*) DESC, t.name
         LIMIT $2
        """
            .formatted(OWN_POSTS),
        Tuple.of(owner, most),
        row -> row.getString("name"));
  }

  private static FeaturedTag from(Row row) {
    return new FeaturedTag(
        row.getLong("id"),
        row.getString("name"),
        row.getLong("posts"),
        Optional.ofNullable(row.getOffsetDateTime("last_post")).map(OffsetDateTime::toInstant));
  }
}

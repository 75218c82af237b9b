package social.kring.community.hashtags;

import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import social.kring.community.PageRequest;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code tag_follow}. */
final class TagFollowTable {

  /**
   * @return whether it is there now; there may be too many
   */
  boolean insert(Transaction tx, long owner, FollowedTag tag, int most) {
    tx.execute(
        """
        INSERT INTO tag_follow (id, owner_id, name)
        SELECT $1, $2, $3
         WHERE (SELECT count(*) FROM tag_follow WHERE owner_id = $2) < $4
        ON CONFLICT (owner_id, name) DO NOTHING
        """,
        Tuple.of(tag.id(), owner, tag.name(), most));
    return !among(tx, owner, List.of(tag.name())).isEmpty();
  }

  /**
   * @return whether it was there
   */
  boolean delete(Transaction tx, long owner, String name) {
    return tx.execute(
            "DELETE FROM tag_follow WHERE owner_id = $1 AND name = $2", Tuple.of(owner, name))
        > 0;
  }

  void deleteOf(Transaction tx, long owner) {
    tx.execute("DELETE FROM tag_follow WHERE owner_id = $1", Tuple.of(owner));
  }

  Set<String> among(Queries queries, long owner, Collection<String> names) {
    return Set.copyOf(
        queries.list(
            "SELECT name FROM tag_follow WHERE owner_id = $1 AND name = ANY ($2)",
            Tuple.of(owner).addArrayOfString(names.toArray(String[]::new)),
            row -> row.getString("name")));
  }

  List<FollowedTag> page(Queries queries, long owner, PageRequest page) {
    return page.newestFirst(
        queries.list(
            """
            SELECT id, name
              FROM tag_follow
             WHERE owner_id = $1 %s
             ORDER BY id %s
             LIMIT %d
            """
                .formatted(page.within("id", 2), page.direction(), page.limit()),
            page.bounds(Tuple.of(owner)),
            row -> new FollowedTag(row.getLong("id"), row.getString("name"))));
  }
}

package social.kring.community.relationships;

import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code relationship_count}: how many accepted follows each actor has part in. */
final class CountTable {

  /**
   * Counts one accepted follow more.
   *
   * @return how many followers the followed actor has now
   */
  long add(Transaction tx, FollowRow follow) {
    make(tx, follow);
    return change(tx, follow, 1);
  }

  /** Counts one accepted follow less. */
  void subtract(Transaction tx, FollowRow follow) {
    change(tx, follow, -1);
  }

  /**
   * Both rows are taken in the order of their ids, so that no two transactions wait in a circle.
   */
  private static long change(Transaction tx, FollowRow follow, long by) {
    if (follow.follower() < follow.followed()) {
      changeFollowing(tx, follow.follower(), by);
      return changeFollowers(tx, follow.followed(), by);
    }
    var followers = changeFollowers(tx, follow.followed(), by);
    changeFollowing(tx, follow.follower(), by);
    return followers;
  }

  Map<Long, FollowCounts> of(Queries queries, Collection<Long> actors) {
    return queries
        .list(
            """
            SELECT actor_id, followers, following
              FROM relationship_count
             WHERE actor_id = ANY ($1)
            """,
            Tuple.tuple().addArrayOfLong(actors.toArray(Long[]::new)),
            row ->
                Map.entry(
                    row.getLong("actor_id"),
                    new FollowCounts(row.getLong("followers"), row.getLong("following"))))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static void make(Transaction tx, FollowRow follow) {
    tx.execute(
        """
        INSERT INTO relationship_count (actor_id)
        VALUES (least($1::bigint, $2::bigint)), (greatest($1::bigint, $2::bigint))
        ON CONFLICT DO NOTHING
        """,
        Tuple.of(follow.follower(), follow.followed()));
  }

  private static long changeFollowers(Transaction tx, long actor, long by) {
    return tx.one(
            """
            UPDATE relationship_count
               SET followers = followers + $2
             WHERE actor_id = $1
            RETURNING followers
            """,
            Tuple.of(actor, by),
            row -> row.getLong("followers"))
        .orElseThrow();
  }

  private static void changeFollowing(Transaction tx, long actor, long by) {
    tx.execute(
        "UPDATE relationship_count SET following = following + $2 WHERE actor_id = $1",
        Tuple.of(actor, by));
  }
}

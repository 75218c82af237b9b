package social.kring.community.posts;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code poll_vote}. */
final class VoteTable {

  /**
   * @return whether it is new
   */
  boolean insert(Transaction tx, long post, long voter, int choice, Instant at) {
    return tx.execute(
            """
            INSERT INTO poll_vote (post_id, actor_id, choice, voted_at)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT DO NOTHING
            """,
            Tuple.of(post, voter, choice, PostColumns.time(at)))
        > 0;
  }

  boolean hasVoted(Queries queries, long post, long voter) {
    return queries.exists(
        "SELECT FROM poll_vote WHERE post_id = $1 AND actor_id = $2 LIMIT 1",
        Tuple.of(post, voter));
  }

  /** What somebody chose, by post; where she has not voted the post is absent. */
  Map<Long, List<Integer>> by(Queries queries, long voter, Collection<Long> posts) {
    return queries
        .list(
            """
            SELECT post_id, choice FROM poll_vote
             WHERE post_id = ANY ($1) AND actor_id = $2
             ORDER BY post_id, choice
            """,
            Tuple.tuple().addArrayOfLong(posts.toArray(Long[]::new)).addLong(voter),
            row -> Map.entry(row.getLong("post_id"), row.getInteger("choice")))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
  }

  /**
   * @return how many went; fewer than asked for: these were the last
   */
  int deleteSome(Transaction tx, long post, int most) {
    return tx.execute(
        """
        DELETE FROM poll_vote
         WHERE (post_id, actor_id, choice) IN (
               SELECT post_id, actor_id, choice FROM poll_vote
                WHERE post_id = $1 ORDER BY actor_id, choice LIMIT $2)
        """,
        Tuple.of(post, most));
  }

  /** Of a poll that asks something else now. */
  void deleteAll(Transaction tx, long post) {
    tx.execute("DELETE FROM poll_vote WHERE post_id = $1", Tuple.of(post));
  }
}

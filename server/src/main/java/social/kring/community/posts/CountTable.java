package social.kring.community.posts;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code post_count}. */
final class CountTable {

  /** One post or boost more that everyone may see. */
  void add(Transaction tx, long actor, Instant at) {
    tx.execute(
        """
        INSERT INTO post_count AS c (actor_id, posts, last_post_at)
        VALUES ($1, 1, $2)
        ON CONFLICT (actor_id) DO UPDATE
          SET posts = c.posts + 1, last_post_at = greatest(c.last_post_at, excluded.last_post_at)
        """,
        Tuple.of(actor, PostColumns.time(at)));
  }

  /** As many more of each; in the order of actors, so that two never wait for each other. */
  void addAll(Transaction tx, List<PostRow> open) {
    tx.execute(
        """
        INSERT INTO post_count AS c (actor_id, posts, last_post_at)
        SELECT actor_id, count(*), max(at)
          FROM unnest($1::bigint[], $2::timestamptz[]) AS posted (actor_id, at)
         GROUP BY actor_id
         ORDER BY actor_id
        ON CONFLICT (actor_id) DO UPDATE
          SET posts = c.posts + excluded.posts,
              last_post_at = greatest(c.last_post_at, excluded.last_post_at)
        """,
        Tuple.tuple()
            .addArrayOfLong(open.stream().map(PostRow::author).toArray(Long[]::new))
            .addArrayOfOffsetDateTime(
                open.stream()
                    .map(post -> PostColumns.time(post.state().published()))
                    .toArray(OffsetDateTime[]::new)));
  }

  void remove(Transaction tx, long actor) {
    tx.execute("UPDATE post_count SET posts = posts - 1 WHERE actor_id = $1", Tuple.of(actor));
  }

  /** What everyone here has published together. */
  long local(Queries queries) {
    return queries
        .one(
            """
            SELECT coalesce(sum(c.posts), 0)::bigint AS n
              FROM post_count AS c
              JOIN actor AS a ON a.id = c.actor_id
             WHERE a.local
            """,
            row -> row.getLong("n"))
        .orElseThrow();
  }

  /** By actor; who has published nothing is absent. */
  Map<Long, PublishedCount> of(Queries queries, Collection<Long> actors) {
    return queries
        .list(
            "SELECT actor_id, posts, last_post_at FROM post_count WHERE actor_id = ANY ($1)",
            Tuple.tuple().addArrayOfLong(actors.toArray(Long[]::new)),
            row ->
                Map.entry(
                    row.getLong("actor_id"),
                    new PublishedCount(
                        row.getLong("posts"), PostColumns.instant(row, "last_post_at"))))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}

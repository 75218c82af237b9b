package social.kring.community.posts;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/**
 * Clears away much at once: posts with all that hangs on them, and what somebody did with others'.
 */
final class PurgeTable {
  private static final String FAVOURITES =
      """
      WITH gone AS (
        DELETE FROM favourite
         WHERE id IN (SELECT id FROM favourite WHERE %s ORDER BY id LIMIT $2)
        RETURNING post_id
      ), fewer AS (
        UPDATE post AS p SET favourites = greatest(p.favourites - g.n, 0)
          FROM (SELECT post_id, count(*) AS n FROM gone GROUP BY post_id) AS g
         WHERE p.id = g.post_id
      )
      SELECT count(*) AS n FROM gone
      """;

  private static final String BOOSTS =
      """
      WITH gone AS (
        DELETE FROM boost
         WHERE id IN (SELECT id FROM boost WHERE %s ORDER BY id LIMIT $2)
        RETURNING post_id, actor_id, visibility
      ), fewer AS (
        UPDATE post AS p SET boosts = greatest(p.boosts - g.n, 0)
          FROM (SELECT post_id, count(*) AS n FROM gone GROUP BY post_id) AS g
         WHERE p.id = g.post_id
      ), uncounted AS (
        UPDATE post_count AS c SET posts = greatest(c.posts - g.n, 0)
          FROM (SELECT actor_id, count(*) AS n
                  FROM gone
                 WHERE visibility IN ('public', 'unlisted')
                 GROUP BY actor_id) AS g
         WHERE c.actor_id = g.actor_id
      )
      SELECT count(*) AS n FROM gone
      """;

  private static final String VOTES =
      """
      WITH gone AS (
        DELETE FROM poll_vote
         WHERE (post_id, actor_id, choice) IN (
               SELECT post_id, actor_id, choice FROM poll_vote
                WHERE post_id = ANY ($1) ORDER BY post_id, actor_id, choice LIMIT $2)
        RETURNING post_id
      )
      SELECT count(*) AS n FROM gone
      """;

  private static final String BOOKMARKS =
      """
      WITH gone AS (
        DELETE FROM bookmark
         WHERE id IN (SELECT id FROM bookmark WHERE actor_id = $1 ORDER BY id LIMIT $2)
        RETURNING id
      )
      SELECT count(*) AS n FROM gone
      """;

  private static final String THREAD_MUTES =
      """
      WITH gone AS (
        DELETE FROM thread_mute
         WHERE (actor_id, thread) IN (
               SELECT actor_id, thread FROM thread_mute
                WHERE actor_id = $1 ORDER BY thread LIMIT $2)
        RETURNING thread
      )
      SELECT count(*) AS n FROM gone
      """;

  /** Somebody's posts, the newest first. */
  List<Long> some(Queries queries, long author, int most) {
    return queries.list(
        """
        SELECT id FROM post
         WHERE author_id = $1 AND deleted_at IS NULL
         ORDER BY id DESC
         LIMIT $2
        """,
        Tuple.of(author, most),
        row -> row.getLong("id"));
  }

  /**
   * @return how many likes, boosts, bookmarks and mutes of threads by somebody it took away
   */
  long deleteReactionsBy(Transaction tx, long actor, int most) {
    return deleted(tx, FAVOURITES.formatted("actor_id = $1"), Tuple.of(actor, most))
        + deleted(tx, BOOSTS.formatted("actor_id = $1"), Tuple.of(actor, most))
        + deleted(tx, BOOKMARKS, Tuple.of(actor, most))
        + deleted(tx, THREAD_MUTES, Tuple.of(actor, most));
  }

  /**
   * @return how many likes and boosts of posts, and votes in them, it took away
   */
  long deleteReactionsTo(Transaction tx, Collection<Long> posts, int most) {
    return deleted(tx, FAVOURITES.formatted("post_id = ANY ($1)"), ids(posts).addInteger(most))
        + deleted(tx, BOOSTS.formatted("post_id = ANY ($1)"), ids(posts).addInteger(most))
        + deleted(tx, VOTES, ids(posts).addInteger(most));
  }

  private static long deleted(Transaction tx, String sql, Tuple parameters) {
    return tx.one(sql, parameters, row -> row.getLong("n")).orElse(0L);
  }

  /**
   * Leaves tombstones, and keeps all counts right.
   *
   * @return those that were not buried yet
   */
  List<Long> bury(Transaction tx, Collection<Long> posts, Instant at) {
    var buried =
        tx.list(
            """
            WITH held AS (
              SELECT id FROM post WHERE id = ANY ($1) AND deleted_at IS NULL
               ORDER BY id FOR NO KEY UPDATE
            ), gone AS (
              UPDATE post AS p
                 SET content = '', source = NULL, spoiler = '', attachments = '[]', emojis = '[]',
                     poll = NULL, pinned_at = NULL, deleted_at = $2
                FROM held
               WHERE p.id = held.id
              RETURNING p.id, p.author_id, p.in_reply_to_id,
                        p.visibility IN ('public', 'unlisted') AS open
            ), uncounted AS (
              UPDATE post_count AS c SET posts = greatest(c.posts - g.n, 0)
                FROM (SELECT author_id, count(*) AS n FROM gone WHERE open GROUP BY author_id) AS g
               WHERE c.actor_id = g.author_id
            )
            SELECT id, CASE WHEN open THEN in_reply_to_id END AS parent FROM gone
            """,
            ids(posts).addOffsetDateTime(PostColumns.time(at)),
            row -> new Buried(row.getLong("id"), row.getLong("parent")));
    var gone = buried.stream().map(Buried::id).toList();
    countAnswers(tx, buried);
    deleteQuotes(tx, gone);
    for (var table : List.of("post_edit", "post_tag", "post_mention", "bookmark")) {
      tx.execute("DELETE FROM " + table + " WHERE post_id = ANY ($1)", ids(gone));
    }
    return gone;
  }

  /** With the post that everyone saw it answer, if any. */
  private record Buried(long id, Long parent) {}

  /** In a statement of its own: one row cannot change twice in one. */
  private static void countAnswers(Transaction tx, List<Buried> buried) {
    var parents = buried.stream().map(Buried::parent).filter(java.util.Objects::nonNull).toList();
    if (parents.isEmpty()) return;
    tx.execute(
        """
        UPDATE post AS p SET replies = greatest(p.replies - g.n, 0)
          FROM (SELECT id, count(*) AS n FROM unnest($1::bigint[]) AS answered (id)
                 GROUP BY id ORDER BY id) AS g
         WHERE p.id = g.id
        """,
        ids(parents));
  }

  /** What they quoted is quoted less. */
  private static void deleteQuotes(Transaction tx, List<Long> posts) {
    tx.execute(
        """
        WITH gone AS (
          DELETE FROM quote WHERE post_id = ANY ($1) RETURNING quoted_id, state
        )
        UPDATE post AS p SET quotes = greatest(p.quotes - g.n, 0)
          FROM (SELECT quoted_id, count(*) AS n
                  FROM gone
                 WHERE state = 'accepted'
                 GROUP BY quoted_id ORDER BY quoted_id) AS g
         WHERE p.id = g.quoted_id
        """,
        ids(posts));
  }

  private static Tuple ids(Collection<Long> ids) {
    return Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new));
  }
}

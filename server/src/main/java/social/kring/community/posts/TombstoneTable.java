package social.kring.community.posts;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Post;
import social.kring.protocol.url.FediUrl;

/**
 * The table {@code post_tombstone}: what an actor took back, so that it stays away even if it
 * arrives only afterwards.
 */
final class TombstoneTable {

  void insert(Transaction tx, long actor, FediUrl uri, Instant at) {
    tx.execute(
        """
        INSERT INTO post_tombstone (actor_id, uri, buried_at)
        VALUES ($1, $2, $3)
        ON CONFLICT DO NOTHING
        """,
        Tuple.of(actor, uri.text(), PostColumns.time(at)));
  }

  boolean has(Queries queries, long actor, FediUrl uri) {
    return queries.exists(
        "SELECT FROM post_tombstone WHERE actor_id = $1 AND uri = $2", Tuple.of(actor, uri.text()));
  }

  /** Those of the addresses that their actors took back. */
  Set<String> among(Queries queries, List<Post> posts, Map<FediUrl, ActorRow> authors) {
    return Set.copyOf(
        queries.list(
            """
            SELECT DISTINCT t.uri
              FROM unnest($1::bigint[], $2::text[]) AS asked (actor_id, uri)
              JOIN post_tombstone AS t USING (actor_id, uri)
            """,
            Tuple.tuple()
                .addArrayOfLong(
                    posts.stream()
                        .map(post -> authors.get(post.attributedTo()).id())
                        .toArray(Long[]::new))
                .addArrayOfString(posts.stream().map(p -> p.uri().text()).toArray(String[]::new)),
            row -> row.getString("uri")));
  }

  int deleteBefore(Transaction tx, Instant before, int most) {
    return tx.execute(
        """
        DELETE FROM post_tombstone
         WHERE (actor_id, uri) IN (
               SELECT actor_id, uri FROM post_tombstone
                WHERE buried_at < $1 ORDER BY buried_at LIMIT $2)
        """,
        Tuple.of(PostColumns.time(before), most));
  }
}

package social.kring.community.posts;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code post_mention}. */
final class MentionTable {

  /** Names these in addition to whom the post names already. */
  void insert(Transaction tx, long post, Mentions mentions) {
    var rows = new ArrayList<Tuple>();
    for (var named : mentions.named()) rows.add(Tuple.of(post, named, rows.size(), false));
    for (var silent : mentions.silent()) rows.add(Tuple.of(post, silent, rows.size(), true));
    tx.batch(
        """
        INSERT INTO post_mention (post_id, actor_id, place, silent)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (post_id, actor_id) DO UPDATE
          SET place = excluded.place, silent = excluded.silent
        """,
        rows);
  }

  /** Of posts that are new. */
  void insertAll(Transaction tx, List<NewPost> posts) {
    for (var post : posts) {
      if (!post.mentions().isEmpty()) insert(tx, post.row().id(), post.mentions());
    }
  }

  /** Those who are no longer named keep what they got. */
  void silence(Transaction tx, long post) {
    tx.execute(
        "UPDATE post_mention SET silent = true WHERE post_id = $1 AND NOT silent", Tuple.of(post));
  }

  /** Whom posts name in their text, by post, in the order of the text. */
  Map<Long, List<Long>> of(Queries queries, Collection<Long> posts) {
    return queries
        .list(
            """
            SELECT post_id, actor_id
              FROM post_mention
             WHERE post_id = ANY ($1) AND NOT silent
             ORDER BY post_id, place
            """,
            Tuple.tuple().addArrayOfLong(posts.toArray(Long[]::new)),
            row -> Map.entry(row.getLong("post_id"), row.getLong("actor_id")))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
  }
}

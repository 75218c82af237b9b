package social.kring.community.previews;

import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.StrictJson;

/** The table {@code preview_link}. */
final class LinkTable {

  /** Replaces what these posts show. */
  void put(Transaction tx, Map<Long, Long> previewByPost) {
    var posts = previewByPost.keySet().stream().sorted().toArray(Long[]::new);
    var previews = new Long[posts.length];
    for (var i = 0; i < posts.length; i++) previews[i] = previewByPost.get(posts[i]);
    tx.execute(
        """
        INSERT INTO preview_link (post_id, preview_id)
        SELECT * FROM unnest($1::bigint[], $2::bigint[])
        ON CONFLICT (post_id) DO UPDATE SET preview_id = excluded.preview_id
        """,
        Tuple.tuple().addArrayOfLong(posts).addArrayOfLong(previews));
  }

  /** What these posts show, by post, whether there is anything to see of it yet or not. */
  Map<Long, Long> of(Queries queries, Collection<Long> posts) {
    return queries
        .list(
            "SELECT post_id, preview_id FROM preview_link WHERE post_id = ANY ($1)",
            array(posts),
            row -> Map.entry(row.getLong("post_id"), row.getLong("preview_id")))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  void delete(Transaction tx, Collection<Long> posts) {
    tx.execute("DELETE FROM preview_link WHERE post_id = ANY ($1)", array(posts));
  }

  /** What there is to see, by post. */
  Map<Long, Preview> cards(Queries queries, Collection<Long> posts) {
    return queries
        .list(
            """
            SELECT l.post_id, p.card::text AS card
              FROM preview_link AS l
              JOIN preview AS p ON p.id = l.preview_id
             WHERE l.post_id = ANY ($1) AND p.card IS NOT NULL
            """,
            array(posts),
            row ->
                Map.entry(
                    row.getLong("post_id"),
                    PreviewJson.read(StrictJson.parse(row.getString("card")))))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The newest posts that show this. */
  List<Long> posts(Queries queries, long preview, int most) {
    return queries.list(
        """
        SELECT post_id FROM preview_link
         WHERE preview_id = $1
         ORDER BY post_id DESC
         LIMIT $2
        """,
        Tuple.of(preview, most),
        row -> row.getLong("post_id"));
  }

  private static Tuple array(Collection<Long> ids) {
    return Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new));
  }
}

package social.kring.community.posts;

import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The tables {@code post_tag} and {@code hashtag}. Names are in lower case. */
final class TagTable {

  void insert(Transaction tx, long post, List<String> names) {
    // In their order, so that two transactions never wait for each other.
    var sorted = names.stream().distinct().sorted().toList();
    tx.batch(
        "INSERT INTO hashtag (name) VALUES ($1) ON CONFLICT DO NOTHING",
        sorted.stream().map(Tuple::of).toList());
    tx.batch(
        "INSERT INTO post_tag (name, post_id) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        sorted.stream().map(name -> Tuple.of(name, post)).toList());
  }

  /** Of posts that are new. Names in their order, so that two never wait for each other. */
  void insertAll(Transaction tx, List<NewPost> posts) {
    var tagged = posts.stream().filter(post -> !post.tags().isEmpty()).toList();
    if (tagged.isEmpty()) return;
    tx.execute(
        """
        INSERT INTO hashtag (name)
        SELECT DISTINCT name FROM unnest($1::text[]) AS used (name) ORDER BY name
        ON CONFLICT DO NOTHING
        """,
        Tuple.tuple()
            .addArrayOfString(
                tagged.stream().flatMap(post -> post.tags().stream()).toArray(String[]::new)));
    tx.batch(
        "INSERT INTO post_tag (name, post_id) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        tagged.stream()
            .flatMap(post -> post.tags().stream().map(tag -> Tuple.of(tag, post.row().id())))
            .toList());
  }

  void delete(Transaction tx, long post) {
    tx.execute("DELETE FROM post_tag WHERE post_id = $1", Tuple.of(post));
  }

  /** By post. */
  Map<Long, List<String>> of(Queries queries, Collection<Long> posts) {
    return queries
        .list(
            """
            SELECT post_id, name
              FROM post_tag
             WHERE post_id = ANY ($1)
             ORDER BY post_id, name
            """,
            Tuple.tuple().addArrayOfLong(posts.toArray(Long[]::new)),
            row -> Map.entry(row.getLong("post_id"), row.getString("name")))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
  }

  /** Names that begin so, in their order: the name itself comes first. */
  List<String> beginning(Queries queries, String prefix, int limit) {
    return queries.list(
        """
        SELECT name
          FROM hashtag
         WHERE name ~>=~ $1 AND name ~<~ ($1 || U&'\\+10FFFF')
         ORDER BY name USING ~<~
         LIMIT $2
        """,
        Tuple.of(prefix, limit),
        row -> row.getString("name"));
  }
}

package social.kring.community.posts;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import social.kring.community.PageRequest;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.url.FediUrl;

/** The table {@code quote}. */
final class QuoteTable {
  private static final String SELECT =
      """
      SELECT q.post_id, q.quoted_uri, q.quoted_id, q.state, q.authorization_uri,
             quoted.deleted_at IS NOT NULL AS gone
        FROM quote AS q
        LEFT JOIN post AS quoted ON quoted.id = q.quoted_id
      """;

  /**
   * @return whether it is new
   */
  boolean insert(Transaction tx, long post, PostQuote quote) {
    return tx.execute(
            """
            INSERT INTO quote (post_id, quoted_uri, quoted_id, state, authorization_uri)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (post_id) DO NOTHING
            """,
            Tuple.of(post, quote.uri().text())
                .addLong(quote.post().orElse(null))
                .addString(quote.state().text())
                .addString(quote.authorization().map(FediUrl::text).orElse(null)))
        > 0;
  }

  /** What posts quote, by post. */
  Map<Long, PostQuote> of(Queries queries, Collection<Long> posts) {
    return queries
        .list(
            SELECT + "WHERE q.post_id = ANY ($1)",
            Tuple.tuple().addArrayOfLong(posts.toArray(Long[]::new)),
            row -> Map.entry(row.getLong("post_id"), quote(row)))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  Optional<PostQuote> of(Queries queries, long post) {
    return queries.one(SELECT + "WHERE q.post_id = $1", Tuple.of(post), QuoteTable::quote);
  }

  /** Quotes of a post that its author agreed to and a viewer may see, the newest first. */
  List<PostEntry> quoting(Queries queries, long viewer, long post, PageRequest page) {
    var sql =
        """
        SELECT p.id, p.id AS post_id
          FROM quote AS q
          JOIN post_visible_to($1) AS p ON p.id = q.post_id
         WHERE q.quoted_id = $2 AND q.state = 'accepted'
        """
            + page.within("q.post_id", 3)
            + " ORDER BY q.post_id "
            + page.direction()
            + " LIMIT "
            + page.limit();
    return page.newestFirst(
        queries.list(sql, page.bounds(Tuple.of(viewer, post)), PostLists::entry));
  }

  /** The post whose quote bears this stamp. */
  Optional<Long> stamped(Queries queries, FediUrl authorization) {
    return queries.one(
        """
        SELECT post_id FROM quote
         WHERE authorization_uri = $1 AND state = 'accepted' LIMIT 1
        """,
        Tuple.of(authorization.text()),
        row -> row.getLong("post_id"));
  }

  void change(Transaction tx, long post, QuoteState state, Optional<FediUrl> authorization) {
    tx.execute(
        "UPDATE quote SET state = $2, authorization_uri = $3 WHERE post_id = $1",
        Tuple.of(post, state.text()).addString(authorization.map(FediUrl::text).orElse(null)));
  }

  Optional<PostQuote> delete(Transaction tx, long post) {
    var gone = of(tx, post);
    gone.ifPresent(quote -> tx.execute("DELETE FROM quote WHERE post_id = $1", Tuple.of(post)));
    return gone;
  }

  void count(Transaction tx, long quoted, long change) {
    tx.execute("UPDATE post SET quotes = quotes + $2 WHERE id = $1", Tuple.of(quoted, change));
  }

  private static PostQuote quote(Row row) {
    return new PostQuote(
        FediUrl.parse(row.getString("quoted_uri")),
        Optional.ofNullable(row.getLong("quoted_id")),
        QuoteState.named(row.getString("state")),
        row.getBoolean("gone"),
        Optional.ofNullable(row.getString("authorization_uri")).map(FediUrl::parse));
  }
}

package social.kring.community.filters;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** The table {@code filter}. */
final class FilterTable {
  private static final String SELECT =
      "SELECT id, owner_id, title, contexts, action, expires_at FROM filter ";

  private final KeywordTable keywords;
  private final FilteredPostTable posts;

  FilterTable(KeywordTable keywords, FilteredPostTable posts) {
    this.keywords = keywords;
    this.posts = posts;
  }

  /**
   * @return whether there was room for one more
   */
  boolean insert(Transaction tx, Filter filter, int most) {
    return tx.execute(
            """
            INSERT INTO filter (id, owner_id, title, action, expires_at, contexts)
            SELECT $1, $2, $3, $4, $5, $6
             WHERE (SELECT count(*) FROM filter WHERE owner_id = $2) < $7
            """,
            tuple(filter).addInteger(most))
        > 0;
  }

  void update(Transaction tx, Filter filter) {
    tx.execute(
        """
        UPDATE filter
           SET title = $3, action = $4, expires_at = $5, contexts = $6
         WHERE id = $1 AND owner_id = $2
        """,
        tuple(filter));
  }

  void delete(Transaction tx, long id) {
    tx.execute("DELETE FROM filter WHERE id = $1", Tuple.of(id));
  }

  void deleteOf(Transaction tx, long owner) {
    tx.execute("DELETE FROM filter WHERE owner_id = $1", Tuple.of(owner));
  }

  Optional<Filter> find(Queries queries, long owner, long id) {
    return whole(
            queries,
            queries.list(
                SELECT + "WHERE id = $1 AND owner_id = $2", Tuple.of(id, owner), FilterTable::from))
        .stream()
        .findFirst();
  }

  /** Which of these have any. */
  Set<Long> owners(Queries queries, Collection<Long> among) {
    return Set.copyOf(
        queries.list(
            "SELECT DISTINCT owner_id FROM filter WHERE owner_id = ANY ($1)",
            Tuple.tuple().addArrayOfLong(among.toArray(Long[]::new)),
            row -> row.getLong("owner_id")));
  }

  /** In the order in which they were made, with all that belongs to them, in three queries. */
  List<Filter> of(Queries queries, long owner, int most) {
    return whole(
        queries,
        queries.list(
            SELECT + "WHERE owner_id = $1 ORDER BY id LIMIT $2",
            Tuple.of(owner, most),
            FilterTable::from));
  }

  private List<Filter> whole(Queries queries, List<Filter> filters) {
    if (filters.isEmpty()) return filters;
    var ids = filters.stream().map(Filter::id).toList();
    Map<Long, List<Keyword>> words =
        keywords.of(queries, ids).stream().collect(Collectors.groupingBy(Keyword::filter));
    Map<Long, List<FilteredPost>> single =
        posts.of(queries, ids).stream().collect(Collectors.groupingBy(FilteredPost::filter));
    return filters.stream()
        .map(
            each ->
                new Filter(
                    each.id(),
                    each.owner(),
                    each.terms(),
                    words.getOrDefault(each.id(), List.of()),
                    single.getOrDefault(each.id(), List.of())))
        .toList();
  }

  private static Tuple tuple(Filter filter) {
    var terms = filter.terms();
    return Tuple.of(filter.id(), filter.owner(), terms.title(), terms.action().text())
        .addOffsetDateTime(terms.expiresAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
        .addArrayOfString(
            terms.contexts().stream().map(FilterContext::text).toArray(String[]::new));
  }

  private static Filter from(Row row) {
    return new Filter(
        row.getLong("id"),
        row.getLong("owner_id"),
        new FilterTerms(
            row.getString("title"),
            Arrays.stream(row.getArrayOfStrings("contexts")).map(FilterContext::named).toList(),
            FilterAction.named(row.getString("action")),
            Optional.ofNullable(row.getOffsetDateTime("expires_at"))
                .map(OffsetDateTime::toInstant)),
        List.of(),
        List.of());
  }
}

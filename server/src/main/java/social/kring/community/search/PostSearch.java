package social.kring.community.search;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.community.posts.PostEntry;
import social.kring.community.search.PostQuery.Span;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.domains.Domains;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Queries;
import social.kring.protocol.discovery.Handle;

/**
 * Finds posts by their words: public ones whose authors agreed (FEP-5feb), and those that the
 * searcher wrote, is named in, liked, boosted or bookmarked. The index only proposes; who may see
 * what is looked up for each post when it is found.
 *
 * <p>A common word is found among the newest posts at once. Only a rare one, of which they do not
 * hold enough, is looked up in the index, and only for a second.
 */
final class PostSearch {
  private static final Logger log = LoggerFactory.getLogger(PostSearch.class);
  private static final String CANCELLED = "57014";
  private static final int NEWEST = 5_000;
  private static final int NEWEST_FOR_EACH = 40;

  /** Of rows {@code s}; $1 to $3 are the query, $4 the viewer. */
  private static final String SHOWN =
      """
      (SELECT true
         FROM post_visible_to($4) AS p
        WHERE p.id = s.post_id
          AND ((p.visibility = 'public' AND $5
                AND EXISTS (SELECT FROM actor_indexable AS i WHERE i.actor_id = p.author_id))
               OR ($6 AND EXISTS (SELECT FROM post_library AS l
                                   WHERE l.post_id = p.id AND l.actor_id = $4)))
          AND NOT EXISTS (SELECT FROM muted_by AS m
                           WHERE m.viewer_id = $4 AND m.muted_id = p.author_id))
      """;

  private static final String AMONG_NEWEST =
      """
      SELECT s.post_id
        FROM (SELECT post_id, words
                FROM post_search
               WHERE post_id < $7 AND post_id > $8
               ORDER BY post_id DESC
               LIMIT $10) AS s
       WHERE s.words @@ (SELECT search_query($1, $2, $3)) AND %s
       ORDER BY s.post_id DESC
       LIMIT $9
      """
          .formatted(SHOWN);

  private static final String IN_INDEX =
      """
      WITH found AS MATERIALIZED (
           SELECT post_id
             FROM post_search
            WHERE words @@ (SELECT search_query($1, $2, $3)) AND post_id < $7 AND post_id > $8)
      SELECT s.post_id
        FROM (SELECT post_id FROM found ORDER BY post_id DESC) AS s
       WHERE %s
       LIMIT $9
      """
          .formatted(SHOWN);

  private final Database database;
  private final Actors actors;
  private final Domains domains;

  PostSearch(Database database, Actors actors, Domains domains) {
    this.database = database;
    this.actors = actors;
    this.domains = domains;
  }

  /** The newest first. The public finds nothing: full text is for those who are here. */
  List<PostEntry> find(SearchQuery search) {
    var query = QueryReader.read(search.text());
    if (search.viewer() == 0 || query.isEmpty()) return List.of();
    return marks(search, query)
        .map(marks -> find(search, query, String.join(" & ", marks)))
        .orElse(List.of());
  }

  private List<PostEntry> find(SearchQuery search, PostQuery query, String marks) {
    var most = search.range().end();
    var newest = Math.max(NEWEST, most * NEWEST_FOR_EACH);
    var recent = ids(database, AMONG_NEWEST, parameters(search, query, marks).addInteger(newest));
    var found = recent.size() == most ? recent : indexed(search, query, marks, recent);
    return found.stream().skip(search.range().offset()).map(PostEntry::of).toList();
  }

  /** Whoever asks for what takes too long gets what is recent. */
  private List<Long> indexed(SearchQuery search, PostQuery query, String marks, List<Long> recent) {
    try {
      return database.transaction(
          tx -> {
            tx.execute("SET LOCAL statement_timeout = 1000");
            return ids(tx, IN_INDEX, parameters(search, query, marks));
          });
    } catch (PgException failure) {
      if (!CANCELLED.equals(failure.getSqlState())) throw failure;
      log.atInfo().log("a search took too long and found only what is recent");
      return recent;
    }
  }

  private static List<Long> ids(Queries queries, String sql, Tuple parameters) {
    return queries.list(sql, parameters, row -> row.getLong("post_id"));
  }

  private static Tuple parameters(SearchQuery search, PostQuery query, String marks) {
    var span = query.span().and(new Span(search.within().after(), search.within().before()));
    return Tuple.of(query.words())
        .addArrayOfString(query.without().toArray(String[]::new))
        .addString(marks)
        .addLong(search.viewer())
        .addBoolean(query.scope() != PostQuery.Scope.LIBRARY)
        .addBoolean(query.scope() != PostQuery.Scope.PUBLIC)
        .addLong(span.before())
        .addLong(span.after())
        .addInteger(search.range().end());
  }

  /** Empty if an author is meant whom nobody here knows. */
  private Optional<List<String>> marks(SearchQuery search, PostQuery query) {
    var marks = new ArrayList<>(List.of(scope(search.viewer(), query.scope())));
    search.within().author().map(Marks::author).ifPresent(author -> marks.add(quoted(author)));
    for (var author : query.authors()) {
      var actor = actor(search.viewer(), author.name());
      if (actor.isEmpty() && !author.excluded()) return Optional.empty();
      actor.ifPresent(id -> marks.add((author.excluded() ? "!" : "") + quoted(Marks.author(id))));
    }
    marks.addAll(query.marks());
    return Optional.of(marks);
  }

  private static String scope(long viewer, PostQuery.Scope scope) {
    var library = quoted(Marks.person(viewer)) + " | " + quoted(Marks.CROWD);
    return switch (scope) {
      case PUBLIC -> quoted(Marks.PUBLIC);
      case LIBRARY -> "(" + library + ")";
      case ALL -> "(" + quoted(Marks.PUBLIC) + " | " + library + ")";
    };
  }

  private static String quoted(String mark) {
    return "'" + mark + "'";
  }

  private Optional<Long> actor(long viewer, String name) {
    var bare = name.replaceFirst("^@", "");
    if (bare.equals("me")) return Optional.of(viewer);
    return Handle.tryParse(bare.contains("@") ? bare : bare + "@" + domains.primary().authority())
        .flatMap(handle -> actors.byHandle(database, handle))
        .map(ActorRow::id);
  }
}

package social.kring.community.posts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.community.previews.Preview;
import social.kring.community.previews.Previews;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Queries;

/**
 * Reads whole posts for all doors: a batch takes eight queries, however long it is. It holds
 * nothing of the viewer; whoever asks has made sure that the viewer may see them, see {@link
 * PostFinder}.
 */
public final class PostReader {
  private final Tables tables;
  private final Actors actors;
  private final Previews previews;

  PostReader(Tables tables, Actors actors, Previews previews) {
    this.tables = tables;
    this.actors = actors;
    this.previews = previews;
  }

  /** In the order asked for; what was deleted meanwhile is left out. */
  public List<EntryView> read(Queries queries, List<PostEntry> entries) {
    if (entries.isEmpty()) return List.of();
    var boosts = boosts(queries, entries);
    var posts = posts(queries, entries);
    var batch = batch(queries, posts, boosts);
    return entries.stream().flatMap(entry -> batch.view(entry).stream()).toList();
  }

  public Optional<EntryView> read(Queries queries, PostEntry entry) {
    return read(queries, List.of(entry)).stream().findFirst();
  }

  private Map<Long, BoostRow> boosts(Queries queries, List<PostEntry> entries) {
    var ids = entries.stream().filter(PostEntry::isBoost).map(PostEntry::id).toList();
    if (ids.isEmpty()) return Map.of();
    return byId(tables.boosts().byIds(queries, ids), BoostRow::id);
  }

  private List<PostRow> posts(Queries queries, List<PostEntry> entries) {
    var ids = entries.stream().map(PostEntry::post).distinct().toList();
    return tables.posts().byIds(queries, ids).stream().filter(post -> !post.deleted()).toList();
  }

  private Batch batch(Queries queries, List<PostRow> posts, Map<Long, BoostRow> boosts) {
    var ids = posts.stream().map(PostRow::id).toList();
    var mentions = tables.mentions().of(queries, ids);
    var wanted =
        Stream.of(
                posts.stream().map(PostRow::author),
                boosts.values().stream().map(BoostRow::booster),
                mentions.values().stream().flatMap(List::stream))
            .flatMap(each -> each)
            .distinct()
            .toList();
    return new Batch(
        byId(posts, PostRow::id),
        boosts,
        mentions,
        tables.tags().of(queries, ids),
        previews.of(queries, ids),
        tables.quotes().of(queries, ids),
        tables.quoteRules().of(queries, ids),
        byId(actors.byIds(queries, wanted), ActorRow::id));
  }

  private static <T> Map<Long, T> byId(List<T> rows, Function<T, Long> id) {
    return rows.stream().collect(Collectors.toUnmodifiableMap(id, Function.identity()));
  }

  /** Everything that some entries need, by id. */
  private record Batch(
      Map<Long, PostRow> posts,
      Map<Long, BoostRow> boosts,
      Map<Long, List<Long>> mentions,
      Map<Long, List<String>> tags,
      Map<Long, Preview> previews,
      Map<Long, PostQuote> quotes,
      Map<Long, QuotePolicy> quotable,
      Map<Long, ActorRow> actors) {

    Optional<EntryView> view(PostEntry entry) {
      var post = Optional.ofNullable(posts.get(entry.post())).flatMap(this::view);
      if (!entry.isBoost()) {
        return post.map(view -> new EntryView(entry.id(), view, Optional.empty()));
      }
      var boost = Optional.ofNullable(boosts.get(entry.id())).flatMap(this::view);
      return post.filter(ignored -> boost.isPresent())
          .map(view -> new EntryView(entry.id(), view, boost));
    }

    private Optional<PostView> view(PostRow post) {
      return Optional.ofNullable(actors.get(post.author()))
          .map(
              author ->
                  new PostView(
                      post,
                      author,
                      mentions.getOrDefault(post.id(), List.of()).stream()
                          .flatMap(id -> Stream.ofNullable(actors.get(id)))
                          .toList(),
                      tags.getOrDefault(post.id(), List.of()),
                      Optional.ofNullable(previews.get(post.id())),
                      Optional.ofNullable(quotes.get(post.id())),
                      quotable.getOrDefault(post.id(), QuotePolicy.usual(post))));
    }

    private Optional<BoostView> view(BoostRow boost) {
      return Optional.ofNullable(actors.get(boost.booster()))
          .map(booster -> new BoostView(boost, booster));
    }
  }
}

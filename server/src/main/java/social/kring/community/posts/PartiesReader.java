package social.kring.community.posts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Queries;

/** Reads the actors around posts, for their documents. */
final class PartiesReader {
  private final Actors actors;
  private final Tables tables;

  PartiesReader(Actors actors, Tables tables) {
    this.actors = actors;
    this.tables = tables;
  }

  Parties of(Queries queries, PostRow post) {
    return of(queries, List.of(post)).get(post.id());
  }

  /** By post. */
  Map<Long, Parties> of(Queries queries, List<PostRow> posts) {
    var ids = posts.stream().map(PostRow::id).toList();
    var named = tables.mentions().of(queries, ids);
    var quotes = tables.quotes().of(queries, ids);
    var known =
        actors
            .byIds(queries, posts.stream().flatMap(p -> around(p, named)).distinct().toList())
            .stream()
            .collect(Collectors.toMap(ActorRow::id, Function.identity()));
    return posts.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                PostRow::id,
                post ->
                    new Parties(
                        known.get(post.author()),
                        named.getOrDefault(post.id(), List.of()).stream()
                            .flatMap(id -> Stream.ofNullable(known.get(id)))
                            .toList(),
                        post.thread().parent().map(parent -> known.get(parent.author())),
                        Optional.ofNullable(quotes.get(post.id())))));
  }

  private static Stream<Long> around(PostRow post, Map<Long, List<Long>> named) {
    return Stream.of(
            Stream.of(post.author()),
            named.getOrDefault(post.id(), List.of()).stream(),
            post.thread().parent().map(PostThread.Parent::author).stream())
        .flatMap(ids -> ids);
  }
}

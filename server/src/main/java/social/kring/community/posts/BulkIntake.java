package social.kring.community.posts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Post;
import social.kring.protocol.url.FediUrl;

/**
 * Takes in what many people have just published elsewhere, in as many statements as for one: posts
 * by people followed here that answer nothing and name nobody, as most are.
 */
final class BulkIntake {
  private final Actors actors;
  private final Relevance relevance;
  private final Tables tables;
  private final ForeignPosts foreign;
  private final PostStore store;
  private final PostEvents events;

  BulkIntake(
      Actors actors,
      Relevance relevance,
      Tables tables,
      ForeignPosts foreign,
      PostStore store,
      PostEvents events) {
    this.actors = actors;
    this.relevance = relevance;
    this.tables = tables;
    this.foreign = foreign;
    this.store = store;
    this.events = events;
  }

  static boolean isPlain(Post post) {
    return post.inReplyTo().isEmpty()
        && post.tags().mentions().isEmpty()
        && ForeignPosts.isSound(post);
  }

  /**
   * Stores those of the posts that may come in and are new.
   *
   * @param offered each by the author that it names
   * @return the addresses of those that came in; each of the others is to be looked at by itself
   */
  Set<FediUrl> take(Transaction tx, Collection<Post> offered) {
    var posts = distinct(offered);
    var authors = followed(tx, posts);
    var wanted = posts.stream().filter(post -> authors.containsKey(post.attributedTo())).toList();
    if (wanted.isEmpty()) return Set.of();
    var buried = tables.tombstones().among(tx, wanted, authors);
    var living = wanted.stream().filter(post -> !buried.contains(post.uri().text())).toList();
    var added = store.addAll(tx, foreign.readAll(tx, living, authors));
    events.cameIn(tx, added.stream().map(NewPost::row).toList());
    return added.stream().map(post -> post.row().uri()).collect(Collectors.toUnmodifiableSet());
  }

  private static List<Post> distinct(Collection<Post> offered) {
    var byUri = new LinkedHashMap<FediUrl, Post>();
    offered.forEach(post -> byUri.putIfAbsent(post.uri(), post));
    return List.copyOf(byUri.values());
  }

  private Map<FediUrl, ActorRow> followed(Transaction tx, List<Post> posts) {
    var active =
        actors.byUris(tx, posts.stream().map(Post::attributedTo).distinct().toList()).stream()
            .filter(author -> !author.local() && author.standing().active())
            .toList();
    var followed = relevance.followed(tx, active.stream().map(ActorRow::id).toList());
    return active.stream()
        .filter(author -> followed.contains(author.id()))
        .collect(Collectors.toUnmodifiableMap(ActorRow::uri, Function.identity()));
  }
}

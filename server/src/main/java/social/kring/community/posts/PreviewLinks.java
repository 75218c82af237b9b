package social.kring.community.posts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.community.previews.Link;
import social.kring.community.previews.Previews;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.events.Event;
import social.kring.platform.events.EventConsumer;
import social.kring.platform.storage.Transaction;

/**
 * Sees to it that each post shows a preview of the first page that it links to. What has pictures
 * of its own needs none, and a link in a direct message is nobody's business: it may be a secret,
 * or good for one visit.
 */
final class PreviewLinks implements EventConsumer {
  private final PostTable posts;
  private final MentionTable mentions;
  private final Actors actors;
  private final Previews previews;

  PreviewLinks(PostTable posts, MentionTable mentions, Actors actors, Previews previews) {
    this.posts = posts;
    this.mentions = mentions;
    this.actors = actors;
    this.previews = previews;
  }

  @Override
  public String name() {
    return "posts.previews";
  }

  @Override
  public Set<String> kinds() {
    return Set.of("post.created", "post.found", "post.edited", "post.deleted");
  }

  @Override
  public void consume(List<Event> events, Transaction tx) {
    var changed = events.stream().map(Event::subject).collect(Collectors.toUnmodifiableSet());
    var links = links(tx, posts.withLinks(tx, changed));
    previews.link(tx, links);
    var linking = links.stream().map(Link::post).collect(Collectors.toUnmodifiableSet());
    previews.unlink(tx, known(events).filter(post -> !linking.contains(post)).toList());
  }

  /** Those that may have linked to something before. */
  private static Stream<Long> known(List<Event> events) {
    return events.stream()
        .filter(event -> Set.of("post.edited", "post.deleted").contains(event.kind()))
        .map(Event::subject)
        .distinct();
  }

  private List<Link> links(Transaction tx, List<PostRow> rows) {
    if (rows.isEmpty()) return List.of();
    var named = mentions.of(tx, rows.stream().map(PostRow::id).toList());
    var people =
        actors.byIds(tx, named.values().stream().flatMap(List::stream).distinct().toList()).stream()
            .collect(Collectors.toUnmodifiableMap(ActorRow::id, Function.identity()));
    return rows.stream()
        .flatMap(row -> link(row, named.getOrDefault(row.id(), List.of()), people).stream())
        .toList();
  }

  private List<Link> link(PostRow row, List<Long> named, Map<Long, ActorRow> people) {
    var addresses =
        named.stream()
            .flatMap(id -> Stream.ofNullable(people.get(id)))
            .flatMap(actor -> Stream.of(actor.uri().text(), actor.addresses().page().text()))
            .collect(Collectors.toUnmodifiableSet());
    return Link.in(row.body().text().html(), addresses)
        .filter(previews::mayShow)
        .limit(1)
        .map(url -> new Link(row.id(), url, row.local()))
        .toList();
  }
}

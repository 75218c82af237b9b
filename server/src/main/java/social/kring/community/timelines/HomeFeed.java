package social.kring.community.timelines;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import social.kring.platform.events.Event;
import social.kring.platform.events.EventConsumer;
import social.kring.platform.storage.Transaction;

/** Brings home what is published, a batch of events in a handful of statements. */
final class HomeFeed implements EventConsumer {
  private static final int RECENT = 40;

  private final HomeTable table;

  HomeFeed(HomeTable table) {
    this.table = table;
  }

  @Override
  public String name() {
    return Timelines.HOME;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(
        "post.created",
        "post.boosted",
        "post.unboosted",
        "follow.made",
        "follow.ended",
        "tag.unfollowed");
  }

  @Override
  public void consume(List<Event> events, Transaction tx) {
    var created = posted(events, "post.created", Event::subject);
    if (!created.isEmpty()) {
      table.insertPosts(tx, created);
      table.insertTagged(tx, created);
    }
    var boosted = posted(events, "post.boosted", HomeFeed::boost);
    if (!boosted.isEmpty()) table.insertBoosts(tx, boosted);
    var unboosted = posted(events, "post.unboosted", HomeFeed::boost);
    if (!unboosted.isEmpty()) table.deleteBoosts(tx, unboosted);
    events.forEach(event -> follow(tx, event));
  }

  private void follow(Transaction tx, Event event) {
    switch (event.kind()) {
      case "follow.made" ->
          table.insertRecent(tx, id(event, "follower"), id(event, "followed"), RECENT);
      case "follow.ended" -> table.deleteBy(tx, id(event, "follower"), id(event, "followed"));
      case "tag.unfollowed" ->
          table.deleteTagged(
              tx, event.subject(), event.happening().details().string("name").orElseThrow());
      default -> {}
    }
  }

  private static List<Posted> posted(List<Event> events, String kind, Function<Event, Long> entry) {
    return events.stream()
        .filter(event -> event.kind().equals(kind))
        .map(event -> new Posted(entry.apply(event), id(event, "actor")))
        .toList();
  }

  private static long boost(Event event) {
    return id(event, "boost");
  }

  private static long id(Event event, String name) {
    return event.happening().details().number(name).orElseThrow();
  }
}

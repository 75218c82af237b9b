package social.kring.community.lists;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import social.kring.platform.events.Event;
import social.kring.platform.events.EventConsumer;
import social.kring.platform.storage.Transaction;

/** Brings to lists what their members publish, and takes off whom their owner follows no more. */
final class ListFeed implements EventConsumer {
  private final ListTables tables;

  ListFeed(ListTables tables) {
    this.tables = tables;
  }

  @Override
  public String name() {
    return "lists.feed";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(
        "post.created", "post.boosted", "post.unboosted", "follow.ended", "actor.deleted");
  }

  @Override
  public void consume(List<Event> events, Transaction tx) {
    var created = shown(events, "post.created", Event::subject);
    if (!created.isEmpty()) tables.entries().insertPosts(tx, created);
    var boosted = shown(events, "post.boosted", event -> id(event, "boost"));
    if (!boosted.isEmpty()) tables.entries().insertBoosts(tx, boosted);
    var unboosted = shown(events, "post.unboosted", event -> id(event, "boost"));
    if (!unboosted.isEmpty()) tables.entries().deleteBoosts(tx, unboosted);
    events.forEach(event -> part(tx, event));
  }

  private void part(Transaction tx, Event event) {
    switch (event.kind()) {
      case "follow.ended" -> tables.takeOff(tx, id(event, "follower"), id(event, "followed"));
      case "actor.deleted" -> {
        tables.lists().deleteOf(tx, event.subject());
        tables.members().deleteEverywhere(tx, event.subject());
      }
      default -> {}
    }
  }

  private static List<Shown> shown(List<Event> events, String kind, Function<Event, Long> entry) {
    return events.stream()
        .filter(event -> event.kind().equals(kind))
        .map(event -> new Shown(entry.apply(event), id(event, "actor")))
        .toList();
  }

  private static long id(Event event, String name) {
    return event.happening().details().number(name).orElseThrow();
  }
}

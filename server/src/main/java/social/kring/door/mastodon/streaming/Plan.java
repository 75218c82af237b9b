package social.kring.door.mastodon.streaming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import social.kring.door.mastodon.streaming.Telling.Content;
import social.kring.platform.events.Event;

/** Whom to tell what of a batch of events, in the order of the events. */
final class Plan {
  private final SortedMap<Long, List<Telling>> byEvent = new TreeMap<>();

  /**
   * @param channel folded
   */
  void add(
      Event cause, Collection<Listener> listeners, Channel channel, String event, Content content) {
    var tellings = byEvent.computeIfAbsent(cause.number(), number -> new ArrayList<>());
    listeners.forEach(each -> tellings.add(new Telling(each, channel, event, content)));
  }

  List<Telling> tellings() {
    return byEvent.values().stream().flatMap(List::stream).toList();
  }
}

package social.kring.door.mastodon.streaming;

import java.util.List;
import social.kring.platform.events.Event;

/** Finds one's way in a batch of events. */
final class Batch {
  private Batch() {}

  static List<Event> of(List<Event> events, String... kinds) {
    var wanted = List.of(kinds);
    return events.stream().filter(event -> wanted.contains(event.kind())).toList();
  }

  static List<Long> subjects(List<Event> events) {
    return events.stream().map(Event::subject).distinct().toList();
  }

  static long number(Event event, String detail) {
    return event.happening().details().number(detail).orElseThrow();
  }
}

package social.kring.federation.receiving;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import social.kring.protocol.activitystreams.Activity;

/** The same activity, as often as it came at one moment: to several inboxes, say. */
record Arrivals(List<InboxEntry> all) {

  /** One row has all of them. */
  static List<Arrivals> distinct(Collection<InboxEntry> entries) {
    return entries.stream()
        .collect(
            Collectors.groupingBy(
                entry -> ByteBuffer.wrap(entry.same()), LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(Arrivals::new)
        .toList();
  }

  InboxEntry first() {
    return all.getFirst();
  }

  Activity activity() {
    return first().received().activity();
  }

  /** The owners of the personal inboxes, as PostgreSQL writes an array. */
  String inboxes() {
    return all.stream()
        .flatMap(entry -> entry.received().inbox().stream())
        .distinct()
        .map(String::valueOf)
        .collect(Collectors.joining(",", "{", "}"));
  }
}

package social.kring.door.mastodon.streaming;

import java.util.List;
import java.util.Set;
import social.kring.platform.events.Event;

/** One kind of thing that listeners are told of. */
interface News {

  /** The kinds of events that it comes from. */
  Set<String> kinds();

  /** Adds whom to tell, in a fixed number of queries; none where nobody listens to it. */
  void plan(List<Event> events, Plan plan);
}

package social.kring.platform.events;

import java.util.List;
import java.util.Set;

/**
 * Someone in this process who is told of what happens while it happens, and who leaves no trace in
 * the database: what was missed while nobody listened, or while the process was away, stays missed.
 */
public interface EventFollower {

  /** The kinds this follower wants; others pass it by. */
  Set<String> kinds();

  /** Consumers whose effects it shows: an event that one of them wants comes after its effects. */
  Set<String> after();

  /** Whether there is anybody to tell; nothing is read while there is not. */
  boolean isListening();

  /** Tells of events in their order. */
  void follow(List<Event> events);
}

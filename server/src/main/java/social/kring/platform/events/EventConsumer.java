package social.kring.platform.events;

import java.util.List;
import java.util.Set;
import social.kring.platform.storage.Transaction;

/**
 * Someone who follows the log. Each consumer has one leased worker in the whole cluster and a
 * cursor that moves in the same transaction as its effects, so each event has its effect exactly
 * once.
 */
public interface EventConsumer {

  /** Names the cursor; never changes once released. */
  String name();

  /** The kinds this consumer wants; others pass it by. Empty: all kinds. */
  Set<String> kinds();

  /**
   * Whether it is after what peers are told: then it gets the events with a publication only.
   * Others get events without their publication.
   */
  default boolean wantsPublications() {
    return false;
  }

  /** Consumers whose effects it builds on: it gets no event that these have not passed. */
  default Set<String> after() {
    return Set.of();
  }

  /** Acts on events in their order. Throwing undoes the batch, which is then tried one by one. */
  void consume(List<Event> events, Transaction tx);
}

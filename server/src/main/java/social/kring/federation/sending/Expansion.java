package social.kring.federation.sending;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import social.kring.platform.events.Event;
import social.kring.platform.events.EventConsumer;
import social.kring.platform.storage.Transaction;

/** Turns what peers shall hear into deliveries, one for each inbox. ActivityPub §7.1. */
final class Expansion implements EventConsumer {
  private final OutgoingTable outgoing = new OutgoingTable();
  private final DeliveryTable deliveries = new DeliveryTable();
  private final LaneTable lanes = new LaneTable();
  private final Audiences audiences;
  private final Clock clock;
  private final Runnable queued;

  /**
   * @param queued called after each commit that leaves deliveries
   */
  Expansion(Audiences audiences, Clock clock, Runnable queued) {
    this.audiences = audiences;
    this.clock = clock;
    this.queued = queued;
  }

  @Override
  public String name() {
    return "sending.deliveries";
  }

  @Override
  public Set<String> kinds() {
    return Set.of();
  }

  @Override
  public boolean wantsPublications() {
    return true;
  }

  /** Hosts are locked once and in their order for all events, or others would be in the way. */
  @Override
  public void consume(List<Event> events, Transaction tx) {
    var now = clock.instant();
    var queued = events.stream().filter(event -> queue(tx, event, now)).map(Event::id).toList();
    if (queued.isEmpty()) return;
    lanes.open(tx, queued, now);
    tx.afterCommit(this.queued);
  }

  /**
   * @return whether anybody is to be told
   */
  private boolean queue(Transaction tx, Event event, Instant now) {
    var publication = event.happening().publication().orElseThrow();
    if (deliveries.insert(tx, event.id(), publication, audiences) == 0) return false;
    outgoing.insert(tx, event.id(), publication, now);
    return true;
  }
}

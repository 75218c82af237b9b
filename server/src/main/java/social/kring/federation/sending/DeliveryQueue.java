package social.kring.federation.sending;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.platform.workers.QueueDepth;

/** The queue of deliveries, for operators. */
public final class DeliveryQueue {
  private final DeliveryTable deliveries = new DeliveryTable();
  private final LaneTable lanes = new LaneTable();
  private final RefusalTable refusals = new RefusalTable();
  private final Clock clock;
  private final Runnable queued;

  /**
   * @param queued called after each commit that leaves something to deliver
   */
  public DeliveryQueue(Clock clock, Runnable queued) {
    this.clock = clock;
    this.queued = queued;
  }

  /** How many deliveries wait for their turn. */
  public long waiting(Queries queries) {
    return deliveries.waiting(queries);
  }

  /** How many were given up. */
  public long parked(Queries queries) {
    return deliveries.parked(queries);
  }

  /** A page of all deliveries, also of parked ones, by ascending id. */
  public List<QueuedDelivery> page(Queries queries, long after, int most) {
    return deliveries.page(queries, after, most);
  }

  /** Those that were given up, the oldest first. */
  public List<QueuedDelivery> parked(Queries queries, int most) {
    return deliveries.parked(queries, most);
  }

  /** Those that wait, the oldest first. */
  public List<QueuedDelivery> waiting(Queries queries, int most) {
    return deliveries.waiting(queries, most);
  }

  public Optional<QueuedDelivery> find(Queries queries, long id) {
    return deliveries.find(queries, id);
  }

  /** Which hosts refused what, the latest first. */
  public List<Refusal> refusals(Queries queries) {
    return refusals.latest(queries);
  }

  /** Puts parked deliveries back into their lanes, whose hosts are tried at once. */
  public int retry(Transaction tx, Collection<Long> ids) {
    var back = deliveries.unpark(tx, ids);
    if (!back.isEmpty()) lanes.reopen(tx, back, clock.instant());
    tx.afterCommit(queued);
    return back.size();
  }

  /**
   * Forgets deliveries; one that is just under way may still arrive.
   *
   * @return how many there were
   */
  public int drop(Transaction tx, Collection<Long> ids) {
    return deliveries.delete(tx, ids);
  }

  /** How much there is, by a few short looks at indexes. */
  public QueueDepth depth(Queries queries) {
    return deliveries.depth(queries, clock.instant());
  }
}

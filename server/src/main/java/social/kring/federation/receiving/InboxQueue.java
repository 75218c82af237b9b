package social.kring.federation.receiving;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.platform.workers.QueueDepth;

/** What has come in and waits or was given up, for operators. */
public final class InboxQueue {
  private final QueueTable table = new QueueTable();
  private final Clock clock;
  private final Runnable queued;

  /**
   * @param queued called after each commit that leaves something to handle
   */
  public InboxQueue(Clock clock, Runnable queued) {
    this.clock = clock;
    this.queued = queued;
  }

  /** What nobody could handle, the oldest first. */
  public List<QueuedActivity> parked(Queries queries, int most) {
    return table.parked(queries, most);
  }

  /** What is yet to be handled, what is due first before others. */
  public List<QueuedActivity> waiting(Queries queries, int most) {
    return table.waiting(queries, most);
  }

  public Optional<QueuedActivity> find(Queries queries, long id) {
    return table.find(queries, id);
  }

  /**
   * Has what was given up handled once more.
   *
   * @return whether it was given up, and is still there to be handled
   */
  public boolean retry(Transaction tx, long id) {
    var again = table.unpark(tx, id, clock.instant());
    if (again) tx.afterCommit(queued);
    return again;
  }

  /**
   * Never handles it. Its id stays, so that it does not come back when a peer sends it again.
   *
   * @return whether it was still to be handled, or given up
   */
  public boolean drop(Transaction tx, long id) {
    return table.drop(tx, id, clock.instant());
  }

  /** How much there is, by a few short looks at indexes. */
  public QueueDepth depth(Queries queries) {
    return table.depth(queries, clock.instant());
  }
}

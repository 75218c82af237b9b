package social.kring.platform.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.platform.workers.QueueDepth;
import social.kring.protocol.json.Tree;

/** Keeps jobs in the database until they are done. */
public final class JobQueue implements Jobs {
  private final JobTable table = new JobTable();
  private final Ids ids;
  private final Clock clock;
  private final Runnable due;

  /**
   * @param due called after each commit that leaves a job which is due at once; wakes the workers
   */
  public JobQueue(Ids ids, Clock clock, Runnable due) {
    this.ids = ids;
    this.clock = clock;
    this.due = due;
  }

  /** One that waits already takes the new details, and the earlier of both times. */
  @Override
  public void schedule(Transaction tx, String kind, String key, Tree details, Instant due) {
    table.insert(tx, new Job(ids.next(), kind, key, details, 0), due);
    if (!due.isAfter(clock.instant())) tx.afterCommit(this.due);
  }

  /** Jobs that were given up, the newest first. */
  public List<QueuedJob> parked(Queries queries, int most) {
    return table.parked(queries, most);
  }

  /** Jobs that are yet to be done, what is due first before others. */
  public List<QueuedJob> waiting(Queries queries, int most) {
    return table.waiting(queries, most);
  }

  public Optional<QueuedJob> find(Queries queries, long id) {
    return table.find(queries, id);
  }

  /**
   * Has a job that was given up done after all.
   *
   * @return whether there was one, and the same does not wait already
   */
  public boolean retry(Transaction tx, long id) {
    var again = table.unpark(tx, id, clock.instant());
    if (again) tx.afterCommit(due);
    return again;
  }

  /**
   * Forgets a job that was given up.
   *
   * @return whether there was one
   */
  public boolean drop(Transaction tx, long id) {
    return table.deleteParked(tx, id);
  }

  /** How much there is, by a few short looks at indexes. */
  public QueueDepth depth(Queries queries) {
    return table.depth(queries, clock.instant());
  }
}

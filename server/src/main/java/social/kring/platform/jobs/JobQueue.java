package social.kring.platform.jobs;

import java.time.Clock;
import java.time.Instant;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Transaction;
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
}

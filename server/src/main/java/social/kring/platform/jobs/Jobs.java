package social.kring.platform.jobs;

import java.time.Instant;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;

/** Where work for later is left. */
public interface Jobs {

  /**
   * Leaves a job, in the transaction that makes it necessary.
   *
   * @param key jobs of the same kind and key that still wait are one job
   * @param due not before this instant
   */
  void schedule(Transaction tx, String kind, String key, Tree details, Instant due);
}

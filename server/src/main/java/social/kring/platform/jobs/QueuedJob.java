package social.kring.platform.jobs;

import java.time.Instant;
import java.util.Optional;

/** A job as operators see it. */
public record QueuedJob(long id, String kind, String key, Fate fate) {

  /**
   * How it went so far.
   *
   * @param reason of the last failure
   * @param parkedAt when it was given up
   */
  public record Fate(
      int tries, Optional<String> reason, Instant dueAt, Optional<Instant> parkedAt) {}
}

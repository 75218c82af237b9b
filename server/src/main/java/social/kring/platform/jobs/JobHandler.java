package social.kring.platform.jobs;

import java.time.Duration;
import java.util.Optional;
import social.kring.protocol.json.Tree;

/** Carries out jobs of one kind. Runs on a virtual thread, outside any transaction. */
public interface JobHandler {

  /** The kind of job, as {@code "owner.task"}. */
  String kind();

  /** How often the job recurs by itself with empty details; empty: only when asked for. */
  default Optional<Duration> every() {
    return Optional.empty();
  }

  /**
   * Whether it waits for other hosts, which may take their time: such jobs leave room for others.
   */
  default boolean asksOthers() {
    return false;
  }

  /** Does the work. It may run again after a crash, so it is idempotent. Throwing retries later. */
  void run(Tree details);
}

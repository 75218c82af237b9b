package social.kring.community.posts;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import social.kring.community.Foundation;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** Begins errands, a few at once for each host. */
final class ThreadErrands {
  private static final Duration LATER = Duration.ofSeconds(5);

  private final Turns turns = new Turns();
  private final Foundation base;
  private final FoundPosts found;
  private final Abroad abroad;

  ThreadErrands(Foundation base, FoundPosts found, Abroad abroad) {
    this.base = base;
    this.found = found;
    this.abroad = abroad;
  }

  /**
   * A job that may have to be done.
   *
   * @param key of one that waits
   */
  record Task(String kind, String key, Tree details) {}

  /**
   * Goes on an errand, or leaves it for later where others are at the same host.
   *
   * @param start where it begins
   * @param thread what the posts of the thread say it is; where they are silent, all such threads
   *     of one host share a budget
   */
  void go(Task task, FediUrl start, Optional<String> thread, Consumer<ThreadErrand> errand) {
    var host = start.origin().authority();
    var name = thread.orElse("of " + host);
    var done =
        turns.take(
            host,
            () ->
                errand.accept(
                    new ThreadErrand(base.database(), found, abroad, base.clock(), name)));
    if (!done) putOff(task);
  }

  private void putOff(Task task) {
    var due = base.clock().instant().plus(LATER);
    base.database()
        .transaction(
            tx -> {
              base.jobs().schedule(tx, task.kind(), task.key(), task.details(), due);
              return null;
            });
  }

  /** Whether it is time to look for the answers in a thread again. */
  boolean isTimeToVisit(long root) {
    return ThreadBudget.spend(base.database(), "visit " + root, 1, 1, base.clock().instant());
  }
}

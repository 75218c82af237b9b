package social.kring.community.posts;

import java.time.Clock;
import java.util.Optional;
import social.kring.platform.storage.Database;

/** Begins errands. */
record ThreadErrands(Database database, FoundPosts found, Abroad abroad, Clock clock) {

  /**
   * @param name what the posts of the thread say it is; where they are silent, all such threads of
   *     one place share a budget
   */
  ThreadErrand on(Optional<String> name, String place) {
    return new ThreadErrand(database, found, abroad, clock, name.orElse("of " + place));
  }

  /** Whether it is time to look for the answers in a thread again. */
  boolean isTimeToVisit(long root) {
    return ThreadBudget.spend(database, "visit " + root, 1, 1, clock.instant());
  }
}

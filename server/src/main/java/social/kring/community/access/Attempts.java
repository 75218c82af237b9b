package social.kring.community.access;

import java.time.Clock;
import java.time.Duration;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Ids;
import social.kring.protocol.Problem;

/**
 * Counts attempts, so that nobody can go on guessing.
 *
 * <p>An attempt is written down, and committed, before it is judged: of many at the same moment no
 * more get through than of many one after another.
 */
final class Attempts {
  private final AttemptTable table;
  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final boolean limited;

  Attempts(AttemptTable table, Database database, Ids ids, Clock clock, boolean limited) {
    this.table = table;
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.limited = limited;
  }

  /** One attempt that has begun. */
  record Attempt(long id, String subject) {}

  /**
   * Begins an attempt, which counts from now on.
   *
   * @throws Problem TOO_MANY_REQUESTS with the time after which to try again; the attempt that is
   *     refused does not count
   */
  Attempt begin(String subject, AttemptLimit limit) {
    var attempt = new Attempt(ids.next(), subject);
    var now = clock.instant();
    database.transaction(
        tx -> {
          table.insert(tx, attempt.id(), subject, now);
          return null;
        });
    var latest = table.latest(database, subject, now.minus(limit.within()), limit.most() + 1);
    if (limited && latest.size() > limit.most()) {
      forgive(attempt);
      var free = latest.getLast().plus(limit.within());
      throw Problem.tooManyRequests("too many attempts", Duration.between(now, free));
    }
    return attempt;
  }

  /** The attempt no longer counts. */
  void forgive(Attempt attempt) {
    database.transaction(
        tx -> {
          table.delete(tx, attempt.id());
          return null;
        });
  }

  /** No attempt at this subject counts any longer. */
  void forgiveAll(String subject) {
    database.transaction(
        tx -> {
          table.deleteOf(tx, subject);
          return null;
        });
  }
}

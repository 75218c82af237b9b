package social.kring.community.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToIntFunction;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;

/** Clears away codes, attempts, browser sessions and apps that nobody can use any longer. */
final class Sweep implements JobHandler {
  private static final int BATCH = 1_000;

  /** Longer than a code lives, so that one that comes twice is still known. */
  private static final Duration CODES_KEPT = Duration.ofDays(1);

  private static final Duration ATTEMPTS_KEPT = Duration.ofHours(2);
  private static final Duration UNUSED_APPLICATIONS_KEPT = Duration.ofDays(2);

  private final AccessTables tables;
  private final Database database;
  private final Clock clock;

  Sweep(AccessTables tables, Database database, Clock clock) {
    this.tables = tables;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "access.sweep";
  }

  @Override
  public Optional<Duration> every() {
    return Optional.of(Duration.ofHours(1));
  }

  @Override
  public void run(Tree details) {
    var now = clock.instant();
    inBatches(tx -> tables.codes().deleteBefore(tx, now.minus(CODES_KEPT), BATCH));
    inBatches(tx -> tables.attempts().deleteBefore(tx, now.minus(ATTEMPTS_KEPT), BATCH));
    var idle = now.minus(BrowserSessions.LIFETIME);
    inBatches(tx -> tables.browsers().deleteUnusedSince(tx, idle, BATCH));
    var unused = now.minus(UNUSED_APPLICATIONS_KEPT);
    inBatches(tx -> tables.applications().deleteUnused(tx, unused, BATCH));
  }

  private void inBatches(ToIntFunction<Transaction> delete) {
    while (database.transaction(delete::applyAsInt) == BATCH) {
      // Another batch is left.
    }
  }
}

package social.kring.community.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToIntFunction;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;

/**
 * Clears away codes, links, attempts, browser sessions, apps and accounts that nobody can use any
 * longer.
 */
final class Sweep implements JobHandler {
  private static final int BATCH = 1_000;
  private static final int FEW = 50;

  /** Longer than a code lives, so that one that comes twice is still known. */
  private static final Duration CODES_KEPT = Duration.ofDays(1);

  private static final Duration ATTEMPTS_KEPT = Duration.ofHours(2);
  private static final Duration UNUSED_APPLICATIONS_KEPT = Duration.ofDays(2);

  /** Longer than their first link is good; with one that was sent later they stay for longer. */
  private static final Duration UNCONFIRMED_KEPT = Duration.ofDays(14);

  private static final Duration LINKS_KEPT = Duration.ofDays(8);

  private final AccessTables tables;
  private final Admission admission;
  private final Database database;
  private final Clock clock;

  Sweep(AccessTables tables, Admission admission, Database database, Clock clock) {
    this.admission = admission;
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
    inBatches(tx -> tables.joining().links().deleteBefore(tx, now.minus(LINKS_KEPT), BATCH));
    while (database.transaction(tx -> forgetUnconfirmed(tx, now.minus(UNCONFIRMED_KEPT)))) {
      // Another few are left.
    }
  }

  /** Whoever never opened any of her links was never here. */
  private boolean forgetUnconfirmed(Transaction tx, Instant before) {
    var gone = tables.accounts().neverConfirmed(tx, before, FEW);
    gone.forEach(actor -> admission.forget(tx, actor));
    return gone.size() == FEW;
  }

  private void inBatches(ToIntFunction<Transaction> delete) {
    while (database.transaction(delete::applyAsInt) == BATCH) {
      // Another batch is left.
    }
  }
}

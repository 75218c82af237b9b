package social.kring.platform.events;

import java.time.Clock;
import java.time.Duration;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.platform.workers.Worker;

/** Forgets what all consumers have passed, some at a time. */
final class EventSweep implements Worker {
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration ALIVE = Duration.ofDays(30);
  private static final Duration FAILURES_KEPT = Duration.ofDays(90);
  private static final int BATCH = 1_000;

  private final EventTable events = new EventTable();
  private final CursorTable cursors = new CursorTable();
  private final FailureTable failures = new FailureTable();
  private final Database database;
  private final Clock clock;

  EventSweep(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "events.sweep";
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public boolean work() {
    return database.transaction(this::sweep) == BATCH;
  }

  private int sweep(Transaction tx) {
    var now = clock.instant();
    failures.deleteBefore(tx, now.minus(FAILURES_KEPT));
    return events.deleteBehind(tx, cursors.slowest(tx, now.minus(ALIVE)), now.minus(KEPT), BATCH);
  }
}

package social.kring.platform.events;

import java.time.Clock;
import java.time.Duration;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.platform.workers.Worker;

/**
 * Numbers what has been committed. Events commit in another order than they were recorded in, so
 * consumers follow these numbers, which only ever grow. One process at a time does this.
 */
final class EventRelay implements Worker {
  static final String NAME = CursorTable.RELAY;

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int BATCH = 500;

  private final EventTable events = new EventTable();
  private final CursorTable cursors = new CursorTable();
  private final Database database;
  private final EventNotices notices;
  private final Clock clock;

  EventRelay(Database database, EventNotices notices, Clock clock) {
    this.database = database;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Only events of processes without a relay wait so long. */
  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public boolean work() {
    return database.transaction(this::number) == BATCH;
  }

  private int number(Transaction tx) {
    var last = cursors.takeRelay(tx);
    var numbered = events.number(tx, last, BATCH);
    if (numbered.count() > 0) {
      cursors.move(tx, NAME, last + numbered.count(), clock.instant());
      notices.tell(tx, numbered.kinds());
    }
    return numbered.count();
  }
}

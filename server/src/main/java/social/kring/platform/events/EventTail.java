package social.kring.platform.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.platform.events.EventTable.Span;
import social.kring.platform.storage.Database;
import social.kring.platform.workers.Worker;

/**
 * Brings the log to a follower in this process. The cursor is in memory: it begins where the log is
 * when somebody begins to listen, and is forgotten when nobody does any more.
 */
public final class EventTail implements Worker {
  static final String NAME = "events.tail";

  private static final Logger log = LoggerFactory.getLogger(EventTail.class);
  private static final long NOWHERE = -1;
  private static final int BATCH = 100;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** What another process does comes without a call from here. */
  private static final Duration SHORT_PAUSE = Duration.ofMillis(100);

  private final EventTable events = new EventTable();
  private final CursorTable cursors = new CursorTable();
  private final EventFollower follower;
  private final List<EventConsumer> before;
  private final Database database;
  private final Runnable wake;
  private long cursor = NOWHERE;
  private volatile boolean waiting;

  EventTail(EventFollower follower, List<EventConsumer> all, Database database, Runnable wake) {
    this.follower = follower;
    this.before = all.stream().filter(each -> follower.after().contains(each.name())).toList();
    this.database = database;
    this.wake = wake;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Duration pause() {
    return waiting ? SHORT_PAUSE : PAUSE;
  }

  /**
   * From now on the follower is told of what happens. Called once it listens; what happens after
   * this returns is told.
   */
  public void begin() {
    if (isUnderWay()) return;
    beginAt(reached().get(CursorTable.RELAY));
    wake.run();
  }

  private synchronized boolean isUnderWay() {
    return cursor != NOWHERE;
  }

  private synchronized void beginAt(long number) {
    if (cursor == NOWHERE) cursor = number;
  }

  /** Whoever begins to listen says so before asking whether this is under way. */
  private synchronized long whereIfAnybodyListens() {
    if (!follower.isListening()) cursor = NOWHERE;
    return cursor;
  }

  private synchronized void moveTo(long number) {
    cursor = number;
  }

  @Override
  public boolean work() {
    waiting = false;
    var from = whereIfAnybodyListens();
    if (from == NOWHERE) return false;
    var reached = reached();
    var upTo = reached.get(CursorTable.RELAY);
    if (from >= upTo) return false;
    var next = events.here(database, new Span(from, upTo), follower.kinds(), BATCH);
    var ready = ready(next, reached);
    if (!ready.isEmpty()) tell(ready);
    if (ready.size() < next.size()) {
      if (!ready.isEmpty()) moveTo(ready.getLast().number());
      waiting = true;
      return false;
    }
    moveTo(next.size() < BATCH ? upTo : next.getLast().number());
    return next.size() == BATCH;
  }

  private Map<String, Long> reached() {
    return cursors.reached(database, follower.after());
  }

  /** As far as the first whose effects are not there yet. */
  private List<Event> ready(List<Event> next, Map<String, Long> reached) {
    var ready = new ArrayList<Event>();
    for (var event : next) {
      if (!isReady(event, reached)) break;
      ready.add(event);
    }
    return ready;
  }

  private boolean isReady(Event event, Map<String, Long> reached) {
    return before.stream()
        .filter(each -> each.kinds().isEmpty() || each.kinds().contains(event.kind()))
        .allMatch(each -> reached.getOrDefault(each.name(), Long.MAX_VALUE) >= event.number());
  }

  /** One event that cannot be told shall not be in the way of others for ever. */
  private void tell(List<Event> ready) {
    try {
      follower.follow(ready);
    } catch (RuntimeException failure) {
      log.atWarn()
          .addKeyValue("events", ready.size())
          .addKeyValue("first", ready.getFirst().number())
          .setCause(failure)
          .log("events are not told to those who listen");
    }
  }
}

package social.kring.platform.events;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.platform.events.EventTable.Span;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.platform.workers.Worker;
import social.kring.protocol.Problem;

/** Brings the log to one consumer, a batch a transaction. */
final class ConsumerWorker implements Worker {
  private static final Logger log = LoggerFactory.getLogger(ConsumerWorker.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int BATCH = 200;
  private static final int MOST_TRIES = 5;
  private static final int LONGEST_REASON = 1_000;

  private final EventTable events = new EventTable();
  private final CursorTable cursors = new CursorTable();
  private final FailureTable failures = new FailureTable();
  private final EventConsumer consumer;
  private final Database database;
  private final Clock clock;
  private final Runnable moved;

  /**
   * @param moved called after each commit that brought it further; wakes who comes after it
   */
  ConsumerWorker(EventConsumer consumer, Database database, Clock clock, Runnable moved) {
    this.consumer = consumer;
    this.database = database;
    this.clock = clock;
    this.moved = moved;
  }

  @Override
  public String name() {
    return "events." + consumer.name();
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  EventConsumer consumer() {
    return consumer;
  }

  boolean wants(Set<String> kinds) {
    return kinds.isEmpty()
        || consumer.kinds().isEmpty()
        || kinds.stream().anyMatch(consumer.kinds()::contains);
  }

  @Override
  public boolean work() {
    try {
      return database.transaction(tx -> consume(tx, BATCH));
    } catch (RuntimeException | StackOverflowError failure) {
      if (isNobodysFault(failure)) throw failure;
      return workOneByOne();
    }
  }

  /** As far as the first event that fails. */
  private boolean workOneByOne() {
    var more = true;
    for (var done = 0; more && done < BATCH; done++) {
      try {
        more = database.transaction(tx -> consume(tx, 1));
      } catch (RuntimeException | StackOverflowError failure) {
        if (isNobodysFault(failure) || !park(failure)) throw failure;
        return true;
      }
    }
    return more;
  }

  /**
   * @return whether there is more
   */
  private boolean consume(Transaction tx, int most) {
    var taken = cursors.take(tx, consumer.name(), consumer.after());
    if (taken.isEmpty()) return false;
    var span = taken.get();
    var batch = read(tx, span, most);
    if (!batch.isEmpty()) consumer.consume(batch, tx);
    var reached = batch.size() < most ? span.upTo() : batch.getLast().number();
    cursors.move(tx, consumer.name(), reached, clock.instant());
    tx.afterCommit(moved);
    return reached < span.upTo();
  }

  private List<Event> read(Transaction tx, Span span, int most) {
    return consumer.wantsPublications()
        ? events.published(tx, span, consumer.kinds(), most)
        : events.here(tx, span, consumer.kinds(), most);
  }

  /** The database is away, not the event bad. */
  private static boolean isNobodysFault(Throwable failure) {
    return failure instanceof Problem problem && problem.kind() == Problem.Kind.UNAVAILABLE;
  }

  /**
   * Counts the failure of the next event.
   *
   * @return whether it was the last one, so that the event is passed over
   */
  private boolean park(Throwable failure) {
    return database.transaction(
        tx ->
            cursors
                .take(tx, consumer.name(), consumer.after())
                .flatMap(span -> read(tx, span, 1).stream().findFirst())
                .filter(event -> park(tx, event, failure))
                .isPresent());
  }

  private boolean park(Transaction tx, Event event, Throwable failure) {
    var now = clock.instant();
    if (failures.add(tx, consumer.name(), event, reason(failure), now) < MOST_TRIES) return false;
    failures.park(tx, consumer.name(), event, now);
    cursors.move(tx, consumer.name(), event.number(), now);
    log.atError()
        .addKeyValue("consumer", consumer.name())
        .addKeyValue("event", event.number())
        .addKeyValue("kind", event.kind())
        .setCause(failure)
        .log("an event cannot be consumed, it is parked");
    return true;
  }

  private static String reason(Throwable failure) {
    var text = failure.toString();
    return text.substring(0, Math.min(text.length(), LONGEST_REASON));
  }
}

package social.kring.platform.events;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Queries;
import social.kring.platform.workers.Worker;
import social.kring.platform.workers.Workers;

/** The way of the log to its consumers. */
public final class EventDispatch {
  private static final int MOST_PARKED = 200;

  private final CursorTable cursors = new CursorTable();
  private final FailureTable failures = new FailureTable();
  private final Database database;
  private final Clock clock;
  private final Workers workers;
  private final EventNotices notices;
  private final EventRelay relay;
  private final List<ConsumerWorker> consumers;
  private final List<EventTail> tails = new CopyOnWriteArrayList<>();

  /**
   * Registers the consumers; nothing runs before {@link #start}.
   *
   * @param workers where consumers are woken
   */
  public EventDispatch(
      List<EventConsumer> consumers, Database database, Clock clock, Workers workers) {
    this.database = database;
    this.clock = clock;
    this.workers = workers;
    this.notices = new EventNotices(UUID.randomUUID().toString(), this::wake);
    this.relay = new EventRelay(database, notices, clock);
    this.consumers =
        consumers.stream()
            .map(
                each ->
                    new ConsumerWorker(each, database, clock, () -> wakeThoseAfter(each.name())))
            .toList();
    cursors.register(
        database, consumers.stream().map(EventConsumer::name).toList(), clock.instant());
  }

  /** For {@link EventLog}: something has been recorded. */
  public static void wakeRelay(Workers workers) {
    workers.wake(EventRelay.NAME);
  }

  /** Lets the relay and all consumers begin. */
  public void start() {
    workers().forEach(workers::start);
    workers.start(new EventSweep(database, clock));
  }

  /**
   * A follower's way along the log in this process; it works once it is started among the workers.
   */
  public EventTail tail(EventFollower follower) {
    var all = consumers.stream().map(ConsumerWorker::consumer).toList();
    var tail = new EventTail(follower, all, database, () -> workers.wake(EventTail.NAME));
    tails.add(tail);
    return tail;
  }

  private Set<String> names() {
    return consumers.stream()
        .map(ConsumerWorker::consumer)
        .map(EventConsumer::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The relay, then the consumers. For tests, which let them work when they want. */
  public List<Worker> workers() {
    return Stream.concat(Stream.<Worker>of(relay), consumers.stream()).toList();
  }

  /** How far each consumer is behind; cursors of others are left from earlier versions. */
  public List<EventLag> lags(Queries queries) {
    var names = names();
    return cursors.lags(queries, clock.instant()).stream()
        .filter(lag -> names.contains(lag.consumer()))
        .toList();
  }

  /** The newest events that were passed over. */
  public List<ParkedEvent> parked(Queries queries) {
    return failures.parked(queries, MOST_PARKED);
  }

  EventNotices notices() {
    return notices;
  }

  private void wake(Set<String> kinds) {
    consumers.stream()
        .filter(consumer -> consumer.wants(kinds))
        .forEach(consumer -> workers.wake(consumer.name()));
    if (!tails.isEmpty()) workers.wake(EventTail.NAME);
  }

  private void wakeThoseAfter(String name) {
    consumers.stream()
        .filter(each -> each.consumer().after().contains(name))
        .forEach(each -> workers.wake(each.name()));
    if (!tails.isEmpty()) workers.wake(EventTail.NAME);
  }
}

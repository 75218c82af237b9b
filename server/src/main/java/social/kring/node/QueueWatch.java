package social.kring.node;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import social.kring.door.operations.Backlog;
import social.kring.platform.alarms.Alarms;
import social.kring.platform.events.EventDispatch;
import social.kring.platform.events.EventLag;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Queries;
import social.kring.platform.workers.QueueDepth;
import social.kring.platform.workers.Worker;
import social.kring.protocol.Problem;

/** Looks how much waits, and raises the alarm where the node does not keep up. */
final class QueueWatch implements Worker {
  private static final Duration PAUSE = Duration.ofSeconds(15);
  private static final Duration TOO_LONG = Duration.ofMinutes(1);

  private final List<Function<Queries, QueueDepth>> queues;
  private final EventDispatch events;
  private final Database database;
  private final Alarms alarms;
  private volatile Backlog seen = new Backlog(List.of(), List.of());

  QueueWatch(
      List<Function<Queries, QueueDepth>> queues,
      EventDispatch events,
      Database database,
      Alarms alarms) {
    this.queues = List.copyOf(queues);
    this.events = events;
    this.database = database;
    this.alarms = alarms;
  }

  @Override
  public String name() {
    return "queues";
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public boolean work() {
    look();
    return false;
  }

  /** What waits now, or what waited when the database could last be asked. */
  Backlog now() {
    try {
      look();
    } catch (Problem away) {
      if (away.kind() != Problem.Kind.UNAVAILABLE) throw away;
    }
    return seen;
  }

  private void look() {
    var depths = queues.stream().map(queue -> queue.apply(database)).toList();
    seen = new Backlog(depths, events.lags(database));
    delays().forEach(this::judge);
  }

  /** By which a queue is behind what it should have done by now. */
  private record Delay(String queue, Duration time) {}

  private Stream<Delay> delays() {
    return Stream.concat(
        seen.queues().stream().map(depth -> new Delay(depth.queue(), depth.overdue())),
        seen.lags().stream().map(QueueWatch::delay));
  }

  private static Delay delay(EventLag lag) {
    return new Delay("events." + lag.consumer(), lag.age());
  }

  private void judge(Delay delay) {
    if (delay.time().compareTo(TOO_LONG) < 0) {
      alarms.clear(delay.queue());
    } else {
      alarms.raise(
          delay.queue(),
          "%s: what is due first waits for %d s"
              .formatted(delay.queue(), delay.time().toSeconds()));
    }
  }
}

package social.kring.platform.events;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.platform.storage.Database;
import social.kring.platform.workers.Worker;

/** Raises the alarm where a consumer does not keep up with the log. */
final class LagWatch implements Worker {
  private static final Logger log = LoggerFactory.getLogger(LagWatch.class);
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Duration TOO_LONG = Duration.ofMinutes(1);

  private final CursorTable cursors = new CursorTable();
  private final Set<String> consumers;
  private final Database database;
  private final Clock clock;

  /**
   * @param consumers those that there are; cursors of others are left from earlier versions
   */
  LagWatch(Set<String> consumers, Database database, Clock clock) {
    this.consumers = Set.copyOf(consumers);
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "events.lag";
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public boolean work() {
    cursors.lags(database, clock.instant()).stream()
        .filter(lag -> consumers.contains(lag.consumer()))
        .filter(lag -> lag.age().compareTo(TOO_LONG) > 0)
        .forEach(LagWatch::tell);
    return false;
  }

  private static void tell(EventLag lag) {
    log.atWarn()
        .addKeyValue("consumer", lag.consumer())
        .addKeyValue("events", lag.events())
        .addKeyValue("seconds", lag.age().toSeconds())
        .log("a consumer is behind the log");
  }
}

package social.kring.platform.alarms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The alarms that are raised in this process. */
public final class Alarms {
  private static final Logger log = LoggerFactory.getLogger(Alarms.class);
  private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

  private final Map<String, Alarm> raised = new ConcurrentHashMap<>();
  private final Clock clock;

  private record Alarm(String what, Instant told) {}

  public Alarms(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param name of the alarm; it lasts until {@link #clear}
   * @param what is wrong, for the operator
   */
  public void raise(String name, String what) {
    raised.compute(name, (same, before) -> told(name, before, what));
  }

  private Alarm told(String name, Alarm before, String what) {
    var now = clock.instant();
    if (before != null && now.isBefore(before.told().plus(BETWEEN_LINES))) {
      return new Alarm(what, before.told());
    }
    log.atWarn().addKeyValue("alarm", name).log(what);
    return new Alarm(what, now);
  }

  /** It is over, if it was raised at all. */
  public void clear(String name) {
    if (raised.remove(name) != null) log.atInfo().addKeyValue("alarm", name).log("over");
  }

  /** What is wrong now, by the names of the alarms. */
  public Map<String, String> now() {
    return raised.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, entry -> entry.getValue().what(), (a, b) -> a, TreeMap::new));
  }
}

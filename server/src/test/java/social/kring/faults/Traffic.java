package social.kring.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Who asks other hosts for something, how often, and how much at once. */
final class Traffic {
  private final AtomicInteger requests = new AtomicInteger();
  private final Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final AtomicReference<Instant> last = new AtomicReference<>(Instant.EPOCH);
  private final Map<String, Duration> pauses = new ConcurrentHashMap<>();

  /** What each answer of a host takes from now on. */
  void takes(String host, Duration time) {
    pauses.put(host, time);
  }

  Duration pause(String host) {
    return pauses.getOrDefault(host, Duration.ZERO);
  }

  int requests() {
    return requests.get();
  }

  /** At one host. */
  int mostAtOnce() {
    return mostAtOnce.get();
  }

  /** When somebody last asked. */
  Instant last() {
    return last.get();
  }

  void comes(String host) {
    requests.incrementAndGet();
    last.set(Instant.now());
    var now = underWay.computeIfAbsent(host, key -> new AtomicInteger()).incrementAndGet();
    mostAtOnce.accumulateAndGet(now, Math::max);
  }

  void goes(String host) {
    underWay.get(host).decrementAndGet();
  }
}

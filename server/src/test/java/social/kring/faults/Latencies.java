package social.kring.faults;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** How long things took. */
record Latencies(List<Duration> sorted) {
  static Latencies of(Collection<Duration> all) {
    return new Latencies(all.stream().sorted().toList());
  }

  /** So many in a hundred took no longer than these milliseconds. */
  long percent(int percent) {
    if (sorted.isEmpty()) return 0;
    var place = (int) Math.ceil(percent / 100.0 * sorted.size()) - 1;
    return sorted.get(Math.max(0, place)).toMillis();
  }
}

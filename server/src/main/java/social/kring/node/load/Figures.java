package social.kring.node.load;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/** How long answers took, and which they were. */
final class Figures {
  private static final long LONGEST = Duration.ofMinutes(2).toNanos() / 1_000;

  private final ConcurrentHistogram micros = new ConcurrentHistogram(LONGEST, 3);
  private final LongAdder good = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder failed = new LongAdder();

  void answered(int status, long nanos) {
    micros.recordValue(Math.min(LONGEST, nanos / 1_000));
    if (status < 400) good.increment();
    else if (status == 429 || status == 503) refused.increment();
    else failed.increment();
  }

  void failed() {
    failed.increment();
  }

  long good() {
    return good.sum();
  }

  long all() {
    return good.sum() + refused.sum() + failed.sum();
  }

  String line(String what, Duration took) {
    return "%s: %,.0f/s (%,d in %.1f s), p50 %.1f ms, p99 %.1f ms, %,d told to wait, %,d failed"
        .formatted(
            what,
            good() * 1e9 / took.toNanos(),
            good(),
            took.toNanos() / 1e9,
            micros.getValueAtPercentile(50) / 1e3,
            micros.getValueAtPercentile(99) / 1e3,
            refused.sum(),
            failed.sum());
  }
}

package social.kring.node.load;

import java.time.Duration;

/** Lets so many things happen a second, and no more; who is late does not catch up in a burst. */
final class Pace {
  private final long gap;
  private long next = System.nanoTime();

  Pace(int perSecond) {
    this.gap = Duration.ofSeconds(1).toNanos() / perSecond;
  }

  void await() throws InterruptedException {
    var now = System.nanoTime();
    if (next > now) Thread.sleep(Duration.ofNanos(next - now));
    next = Math.max(next + gap, now - Duration.ofMillis(20).toNanos());
  }
}

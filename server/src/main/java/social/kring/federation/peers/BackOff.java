package social.kring.federation.peers;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long a host that failed is left alone: twice as long each time, and never on the dot. */
final class BackOff {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration LONGEST_ASKED_FOR = Duration.ofDays(1);
  private static final int MOST_DOUBLINGS = 10;
  private static final double JITTER = 0.2;

  private final RandomGenerator random;

  BackOff(RandomGenerator random) {
    this.random = random;
  }

  /**
   * @param failures in a row, at least one
   * @param retryAfter what the host itself asked for
   */
  Duration after(int failures, Optional<Duration> retryAfter) {
    var doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    var asked = retryAfter.map(wait -> min(wait, LONGEST_ASKED_FOR)).orElse(Duration.ZERO);
    var millis = max(min(doubled, LONGEST), asked).toMillis();
    return Duration.ofMillis((long) (millis * (1 + JITTER * random.nextDouble())));
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}

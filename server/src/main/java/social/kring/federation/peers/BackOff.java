package social.kring.federation.peers;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long a host that failed is left alone: twice as long each time, and never on the dot. Before
 * it is given up as down for long, it is asked often for a quarter of an hour: a host that was only
 * restarted has everything soon after its return.
 */
final class BackOff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration OFTEN = Duration.ofSeconds(90);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration LONGEST_ASKED_FOR = Duration.ofDays(1);

  /** So many failures come within a quarter of an hour. */
  private static final int SHORT_ABSENCE = 15;

  private static final int MOST_DOUBLINGS = 12;
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
    var asked = retryAfter.map(wait -> min(wait, LONGEST_ASKED_FOR)).orElse(Duration.ZERO);
    var millis = max(doubled(failures), asked).toMillis();
    return Duration.ofMillis((long) (millis * (1 + JITTER * random.nextDouble())));
  }

  private static Duration doubled(int failures) {
    return failures <= SHORT_ABSENCE
        ? min(times(FIRST, failures - 1), OFTEN)
        : min(times(OFTEN, failures - SHORT_ABSENCE), LONGEST);
  }

  private static Duration times(Duration first, int doublings) {
    return first.multipliedBy(1L << Math.min(doublings, MOST_DOUBLINGS));
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}

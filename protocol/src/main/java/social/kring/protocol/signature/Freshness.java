package social.kring.protocol.signature;

import java.time.Duration;
import java.time.Instant;
import social.kring.protocol.Problem;

/** For how long a signature is believed: as long as clocks and queues of honest peers need. */
final class Freshness {
  private static final Duration OLDEST = Duration.ofHours(12);
  private static final Duration FURTHEST_AHEAD = Duration.ofHours(1);

  private Freshness() {}

  static void checkSigned(Instant signed, Instant now) {
    if (signed.isBefore(now.minus(OLDEST))) {
      throw Problem.unauthenticated(
          "The signature of " + signed + " is stale, expected one at most 12 hours old");
    }
    if (signed.isAfter(now.plus(FURTHEST_AHEAD))) {
      throw Problem.unauthenticated(
          "The signature is of " + signed + ", expected a time at most 1 hour ahead of " + now);
    }
  }

  static void checkExpires(Instant expires, Instant now) {
    if (now.isAfter(expires)) {
      throw Problem.unauthenticated("The signature expired at " + expires);
    }
  }
}

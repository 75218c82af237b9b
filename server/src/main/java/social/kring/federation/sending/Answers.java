package social.kring.federation.sending;

import java.time.Instant;
import social.kring.platform.http.PeerResponse;
import social.kring.platform.http.RetryAfter;

/** What the answer of an inbox means for the delivery. RFC 9110 §15. */
final class Answers {
  private Answers() {}

  static Outcome outcome(PeerResponse response, boolean promptly, Instant now) {
    var status = response.status();
    return switch (status) {
      case 410 -> new Outcome.InboxGone();
      case 401 -> Outcome.Delayed.doubted(status);
      case 408, 425, 429 -> down(response, now);
      default -> {
        if (response.isSuccess()) yield new Outcome.Arrived(promptly);
        if (status >= 400 && status < 500) yield new Outcome.Refused("answered " + status);
        yield down(response, now);
      }
    };
  }

  private static Outcome down(PeerResponse response, Instant now) {
    return new Outcome.HostDown("answered " + response.status(), RetryAfter.of(response, now));
  }
}

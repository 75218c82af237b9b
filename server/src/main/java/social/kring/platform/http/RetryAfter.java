package social.kring.platform.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long a peer asks to be left alone. RFC 9110 §10.2.3. */
public final class RetryAfter {
  private RetryAfter() {}

  /** Both forms, seconds and a date; a date that is over, and anything else, asks for nothing. */
  public static Optional<Duration> of(PeerResponse response, Instant now) {
    return response
        .header("Retry-After")
        .map(String::strip)
        .flatMap(value -> seconds(value).or(() -> date(value, now)))
        .filter(wait -> wait.isPositive());
  }

  private static Optional<Duration> seconds(String value) {
    return Optional.of(value)
        .filter(text -> text.matches("[0-9]{1,9}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }

  private static Optional<Duration> date(String value, Instant now) {
    try {
      var date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(Duration.between(now, date.toInstant()));
    } catch (DateTimeException neither) {
      return Optional.empty();
    }
  }
}

package social.kring.protocol.signature;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The time in a {@code Date} header. RFC 9110 §5.6.7. */
final class HttpDate {
  // The JDK's own RFC 1123 format writes days of one digit, which no HTTP date has.
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private HttpDate() {}

  static String format(Instant instant) {
    return WRITTEN.format(instant);
  }

  static Optional<Instant> parse(String text) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }
}

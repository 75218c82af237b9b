package social.kring.door.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A point in time, for machines and for people; theirs is not known, so it is UTC. */
record Moment(Instant at) {
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  String iso() {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  String shown() {
    return FULL.format(at) + " UTC";
  }

  String day() {
    return DAY.format(at);
  }
}

package social.kring.community.timelines;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How far somebody has read.
 *
 * @param lastRead id of the post or notification
 * @param version how often it was set
 */
public record Marker(Timeline timeline, long lastRead, int version, Instant at) {

  /** What people read. */
  public enum Timeline {
    HOME,
    NOTIFICATIONS;

    /** As the client API spells it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Timeline> named(String text) {
      return Arrays.stream(values()).filter(each -> each.text().equals(text)).findFirst();
    }
  }
}

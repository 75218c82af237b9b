package social.kring.community.notifications;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of a notification. */
public enum Treatment {
  ACCEPT,
  /** It waits until its actor is let through. */
  FILTER,
  /** It is never told. */
  DROP;

  /** As the client API spells it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Treatment> named(String text) {
    return Stream.of(values()).filter(treatment -> treatment.text().equals(text)).findFirst();
  }
}

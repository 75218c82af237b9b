package social.kring.community.push;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose deeds an app is told of. */
public enum PushPolicy {
  ALL,
  FOLLOWED,
  FOLLOWER,
  NONE;

  /** As the client API spells it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<PushPolicy> named(String text) {
    return Arrays.stream(values()).filter(policy -> policy.text().equals(text)).findFirst();
  }
}

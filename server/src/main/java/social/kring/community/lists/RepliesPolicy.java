package social.kring.community.lists;

import java.util.Arrays;
import java.util.Locale;
import social.kring.protocol.Problem;

/** Which answers a list shows beside those to oneself and to its owner. */
public enum RepliesPolicy {
  /** Those to whomever its owner follows. */
  FOLLOWED,
  /** Those to its members. */
  LIST,
  NONE;

  /** As the client API spells it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws Problem INVALID for a word that is none
   */
  public static RepliesPolicy named(String text) {
    return Arrays.stream(values())
        .filter(each -> each.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.invalid(
                    "Validation failed: replies_policy is \""
                        + text
                        + "\", expected followed, list or none"));
  }
}

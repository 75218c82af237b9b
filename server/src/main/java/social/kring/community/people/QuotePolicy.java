package social.kring.community.people;

import java.util.Arrays;
import java.util.Locale;
import social.kring.protocol.Problem;

/** Who may quote what somebody posts. */
public enum QuotePolicy {
  PUBLIC,
  FOLLOWERS,
  NOBODY;

  /** As the client API spells it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws Problem INVALID for a word that is none
   */
  public static QuotePolicy named(String text) {
    return Arrays.stream(values())
        .filter(each -> each.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.invalid(
                    "Validation failed: quote_policy is \""
                        + text
                        + "\", expected public, followers or nobody"));
  }
}

package social.kring.community.filters;

import java.util.Arrays;
import java.util.Locale;
import social.kring.protocol.Problem;

/** What an app does with a post that a filter matches. */
public enum FilterAction {
  WARN,
  HIDE,
  /** Only what it shows, not what it says. */
  BLUR;

  /** As the client API spells it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws Problem INVALID for a word that is none
   */
  public static FilterAction named(String text) {
    return Arrays.stream(values())
        .filter(each -> each.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.invalid(
                    "Validation failed: filter_action is \""
                        + text
                        + "\", expected warn, hide or blur"));
  }
}

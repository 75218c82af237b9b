package social.kring.community.filters;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import social.kring.protocol.Problem;

/** Where a filter works. */
public enum FilterContext {
  /** At home and in lists. */
  HOME,
  NOTIFICATIONS,
  PUBLIC,
  THREAD,
  /** On profiles. */
  ACCOUNT;

  /** As the client API spells it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static String all() {
    return Arrays.stream(values()).map(FilterContext::text).collect(Collectors.joining(", "));
  }

  /**
   * @throws Problem INVALID for a word that is none
   */
  public static FilterContext named(String text) {
    return Arrays.stream(values())
        .filter(each -> each.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.invalid(
                    "Validation failed: context is \"" + text + "\", expected one of " + all()));
  }
}

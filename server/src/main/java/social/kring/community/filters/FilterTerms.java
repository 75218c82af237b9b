package social.kring.community.filters;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.kring.protocol.Problem;

/**
 * What a filter is called, where it works, and what it does.
 *
 * @param expiresAt empty: it works until it is deleted
 */
public record FilterTerms(
    String title, List<FilterContext> contexts, FilterAction action, Optional<Instant> expiresAt) {
  private static final int LONGEST = 256;

  /**
   * @throws Problem INVALID naming what is missing or too long
   */
  public FilterTerms {
    title = title.strip();
    contexts = contexts.stream().distinct().toList();
    if (title.isEmpty()) throw Problem.invalid("Validation failed: Title can't be blank");
    if (title.codePointCount(0, title.length()) > LONGEST) {
      throw Problem.invalid(
          "Validation failed: Title is too long (maximum is " + LONGEST + " characters)");
    }
    if (contexts.isEmpty()) {
      throw Problem.invalid("Validation failed: Context has none of " + FilterContext.all());
    }
  }
}

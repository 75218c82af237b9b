package social.kring.community.filters;

import social.kring.protocol.Problem;

/**
 * Words that a filter looks for.
 *
 * @param filter the filter's id
 * @param wholeWord whether they count only where they do not begin or end within a word
 */
public record Keyword(long id, long filter, String text, boolean wholeWord) {
  private static final int LONGEST = 512;

  /**
   * @throws Problem INVALID for no text, or one that is too long
   */
  public Keyword {
    if (text.isBlank()) throw Problem.invalid("Validation failed: Keyword can't be blank");
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw Problem.invalid(
          "Validation failed: Keyword is too long (maximum is " + LONGEST + " characters)");
    }
  }
}

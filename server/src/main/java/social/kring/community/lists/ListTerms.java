package social.kring.community.lists;

import social.kring.protocol.Problem;

/**
 * What a list is called and how it works.
 *
 * @param exclusive whether what its members post stays away from home
 */
public record ListTerms(String title, RepliesPolicy replies, boolean exclusive) {
  private static final int LONGEST = 256;

  /**
   * @throws Problem INVALID for a title that is missing or too long
   */
  public ListTerms {
    title = title.strip();
    if (title.isEmpty()) throw Problem.invalid("Validation failed: Title can't be blank");
    if (title.codePointCount(0, title.length()) > LONGEST) {
      throw Problem.invalid(
          "Validation failed: Title is too long (maximum is " + LONGEST + " characters)");
    }
  }
}

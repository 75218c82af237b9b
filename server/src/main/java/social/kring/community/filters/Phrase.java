package social.kring.community.filters;

import java.util.Locale;

/**
 * A keyword made ready to be looked for. It is searched as text, so that nothing that anybody types
 * takes longer than another text of its length.
 */
record Phrase(String shown, String folded, boolean boundedBefore, boolean boundedAfter) {

  /** Where a keyword begins or ends with something that is no part of a word, nothing is asked. */
  static Phrase of(Keyword keyword) {
    var folded = fold(keyword.text());
    return new Phrase(
        keyword.text(),
        folded,
        keyword.wholeWord() && isWord(folded.codePointAt(0)),
        keyword.wholeWord() && isWord(folded.codePointBefore(folded.length())));
  }

  static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /**
   * @param text folded
   */
  boolean isIn(String text) {
    var found = text.indexOf(folded);
    while (found >= 0) {
      if (standsAlone(text, found, found + folded.length())) return true;
      found = text.indexOf(folded, found + 1);
    }
    return false;
  }

  private boolean standsAlone(String text, int start, int end) {
    return (!boundedBefore || start == 0 || !isWord(text.codePointBefore(start)))
        && (!boundedAfter || end == text.length() || !isWord(text.codePointAt(end)));
  }

  private static boolean isWord(int character) {
    return Character.isLetterOrDigit(character)
        || Character.getType(character) == Character.CONNECTOR_PUNCTUATION
        || Character.getType(character) == Character.NON_SPACING_MARK;
  }
}

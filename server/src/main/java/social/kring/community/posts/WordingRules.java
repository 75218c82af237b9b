package social.kring.community.posts;

import java.util.Optional;
import java.util.regex.Pattern;
import social.kring.protocol.Problem;

/** What people here may write. */
final class WordingRules {
  private static final int LONGEST_KEY = 255;
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}");

  private WordingRules() {}

  /**
   * @throws Problem INVALID naming what is wrong
   */
  static void check(Wording wording) {
    if (wording.text().isBlank() && wording.media().isEmpty()) {
      throw Problem.invalid("Validation failed: Text can't be blank");
    }
    var length = length(wording.text()) + length(wording.spoiler());
    if (length > Draft.LONGEST) {
      throw Problem.invalid(
          "Validation failed: Text character limit of %d exceeded by %d"
              .formatted(Draft.LONGEST, length - Draft.LONGEST));
    }
    checkCharacters("text", wording.text());
    checkCharacters("spoiler_text", wording.spoiler());
    wording.language().ifPresent(WordingRules::checkLanguage);
  }

  static void checkKey(Optional<String> key) {
    if (key.filter(text -> text.length() > LONGEST_KEY).isPresent()) {
      throw Problem.invalid("Idempotency-Key is longer than " + LONGEST_KEY + " characters");
    }
  }

  private static void checkLanguage(String language) {
    if (!LANGUAGE.matcher(language).matches()) {
      throw Problem.invalid("language \"" + language + "\" is not a language tag such as en");
    }
  }

  /** PostgreSQL stores neither of them, and peers refuse them. */
  static void checkCharacters(String field, String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == 0 || isLone(text, i)) {
        throw Problem.invalid(field + " has U+0000 or half of a surrogate pair");
      }
    }
  }

  private static boolean isLone(String text, int i) {
    var c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}

package social.kring.door.pages;

import social.kring.platform.html.Sanitizer;

/** The beginning of a text, in one line. */
final class Excerpt {
  private static final int LONGEST = 200;

  private Excerpt() {}

  static String of(Sanitizer sanitizer, String html) {
    return cut(sanitizer.text(html));
  }

  static String cut(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST)).strip() + "…";
  }
}

package social.kring.community.previews;

/** Words of strangers as one line of plain text. */
final class PlainWords {
  private PlainWords() {}

  /**
   * @param longest in code points; what is longer is cut
   */
  static String of(String text, int longest) {
    var words = new StringBuilder();
    var length = 0;
    for (var at = 0; at < text.length() && length <= longest; ) {
      var c = text.codePointAt(at);
      at += Character.charCount(c);
      if (isSpace(c)) {
        if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
          words.append(' ');
          length++;
        }
      } else if (isShown(c)) {
        words.appendCodePoint(c);
        length++;
      }
    }
    var line = words.toString().strip();
    return line.codePointCount(0, line.length()) <= longest ? line : cut(line, longest);
  }

  private static String cut(String line, int longest) {
    return line.substring(0, line.offsetByCodePoints(0, longest - 1)).strip() + "…";
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  /** Neither half characters nor what changes the direction of the words around it. */
  private static boolean isShown(int c) {
    return Character.getType(c) != Character.SURROGATE
        && !(c >= 0x202A && c <= 0x202E)
        && !(c >= 0x2066 && c <= 0x2069)
        && c != 0xFFFD
        && c != 0x200E
        && c != 0x200F;
  }
}

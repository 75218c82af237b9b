package social.kring.door.cli;

/**
 * Words that others wrote, in one line: they shall not write on an operator's terminal, which obeys
 * more than letters.
 */
final class Printable {
  private Printable() {}

  static String of(String text) {
    return text.codePoints()
        .map(each -> isPrintable(each) ? each : ' ')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}

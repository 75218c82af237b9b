package social.kring.protocol.signature;

/** What a message quotes of a peer's text: enough to recognise it. */
final class Shown {
  private static final int LONGEST = 120;

  private Shown() {}

  static String of(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}

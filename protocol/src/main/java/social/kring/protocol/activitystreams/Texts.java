package social.kring.protocol.activitystreams;

/** Texts from outside, cut to what is kept. */
final class Texts {
  private Texts() {}

  /** At most so many characters, never half of one. */
  static String cut(String text, int longest) {
    if (text.length() <= longest) return text;
    var end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}

package social.kring.platform.html;

/** Escapes text for HTML, inside of elements and of quoted attributes. */
public final class Escape {
  private Escape() {}

  /** The text as HTML that shows it literally. */
  public static String html(String text) {
    return append(new StringBuilder(text.length() + 16), text).toString();
  }

  static StringBuilder append(StringBuilder html, CharSequence text) {
    for (var i = 0; i < text.length(); i++) {
      append(html, text.charAt(i));
    }
    return html;
  }

  private static void append(StringBuilder html, char c) {
    switch (c) {
      case '&' -> html.append("&amp;");
      case '<' -> html.append("&lt;");
      case '>' -> html.append("&gt;");
      case '"' -> html.append("&quot;");
      case '\'' -> html.append("&#39;");
      default -> html.append(c);
    }
  }
}

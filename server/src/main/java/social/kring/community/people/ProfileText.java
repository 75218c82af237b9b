package social.kring.community.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import social.kring.platform.domains.Domain;
import social.kring.platform.html.PlainText;

/** Turns what a person wrote about herself into HTML with links and hashtags. */
final class ProfileText {
  private static final String START = "<p>";
  private static final String END = "</p>";

  /** In paragraphs. */
  String html(String text, Domain domain) {
    return PlainText.of(text)
        .toHtml(nobody -> Optional.empty(), tag -> domain.url("/tags/" + encoded(tag)));
  }

  /** In one line, for where a paragraph is too much. */
  String line(String text, Domain domain) {
    var html = html(text.replaceAll("\\s+", " "), domain);
    return html.startsWith(START) && html.endsWith(END)
        ? html.substring(START.length(), html.length() - END.length())
        : html;
  }

  private static String encoded(String tag) {
    return URLEncoder.encode(tag, StandardCharsets.UTF_8);
  }
}

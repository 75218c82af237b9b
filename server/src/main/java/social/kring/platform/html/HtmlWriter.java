package social.kring.platform.html;

import java.util.List;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Writes what the policy lets through. Escapes only what HTML needs, where the library's own
 * renderer would also spell out {@code @} and {@code =}, which apps then show or search as written.
 */
final class HtmlWriter implements HtmlStreamEventReceiver {
  private static final String REL = " rel=\"nofollow noopener noreferrer ugc\">";

  private final StringBuilder html = new StringBuilder();

  @Override
  public void openDocument() {}

  @Override
  public void closeDocument() {}

  @Override
  public void openTag(String element, List<String> attributes) {
    html.append('<').append(element);
    for (var i = 0; i + 1 < attributes.size(); i += 2) {
      html.append(' ').append(attributes.get(i)).append("=\"");
      Escape.append(html, attributes.get(i + 1)).append('"');
    }
    html.append(element.equals("a") ? REL : ">");
  }

  @Override
  public void closeTag(String element) {
    if (!element.equals("br")) {
      html.append("</").append(element).append('>');
    }
  }

  @Override
  public void text(String text) {
    Escape.append(html, text);
  }

  @Override
  public String toString() {
    return html.toString();
  }
}

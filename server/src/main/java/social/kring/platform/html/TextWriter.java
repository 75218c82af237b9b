package social.kring.platform.html;

import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;

/** Writes the text alone; paragraphs are set apart by an empty line. */
final class TextWriter implements HtmlStreamEventReceiver {
  private static final Set<String> BLOCKS = Set.of("p", "blockquote", "pre", "ul", "ol");

  private final StringBuilder text = new StringBuilder();

  @Override
  public void openDocument() {}

  @Override
  public void closeDocument() {}

  @Override
  public void openTag(String element, List<String> attributes) {
    if (element.equals("br") || element.equals("li")) {
      text.append('\n');
    } else if (BLOCKS.contains(element) && !text.isEmpty()) {
      text.append("\n\n");
    }
  }

  @Override
  public void closeTag(String element) {}

  @Override
  public void text(String part) {
    text.append(part);
  }

  @Override
  public String toString() {
    return text.toString().strip();
  }
}

package social.kring.platform.html;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import social.kring.protocol.url.FediUrl;

/** Writes tokens as the HTML that Mastodon writes for them. */
final class PlainTextRenderer {
  private static final int SHOWN_OF_LINK = 30;

  private final Function<String, Optional<FediUrl>> mentioned;
  private final Function<String, FediUrl> tagged;

  PlainTextRenderer(
      Function<String, Optional<FediUrl>> mentioned, Function<String, FediUrl> tagged) {
    this.mentioned = mentioned;
    this.tagged = tagged;
  }

  String render(List<Token> tokens) {
    var html = new StringBuilder();
    tokens.forEach(token -> append(html, token));
    return html.isEmpty() ? "" : "<p>" + html + "</p>";
  }

  private void append(StringBuilder html, Token token) {
    switch (token) {
      case Token.Text text -> appendLines(html, text.written());
      case Token.Link link -> appendLink(html, link);
      case Token.Mention mention ->
          mentioned
              .apply(mention.address())
              .ifPresentOrElse(
                  page -> appendMention(html, mention, page),
                  () -> Escape.append(html, mention.written()));
      case Token.Hashtag hashtag -> appendHashtag(html, hashtag);
    }
  }

  /** One line break stays one, more of them begin a paragraph. */
  private static void appendLines(StringBuilder html, String text) {
    var at = 0;
    while (at < text.length()) {
      var breaks = at;
      while (breaks < text.length() && text.charAt(breaks) == '\n') {
        breaks++;
      }
      if (breaks - at == 1) html.append("<br>");
      if (breaks - at > 1) html.append("</p><p>");
      var next = text.indexOf('\n', breaks);
      var end = next < 0 ? text.length() : next;
      Escape.append(html, text.substring(breaks, end));
      at = end;
    }
  }

  private static void appendLink(StringBuilder html, Token.Link link) {
    var shown = link.written();
    var prefix = shown.indexOf("://") + 3;
    if (shown.regionMatches(true, prefix, "www.", 0, 4)) prefix += 4;
    var end = Math.min(shown.length(), shown.offsetByCodePoints(prefix, visible(shown, prefix)));
    html.append("<a href=\"");
    Escape.append(html, link.url().text());
    html.append("\" rel=\"nofollow noopener noreferrer ugc\"><span class=\"invisible\">");
    Escape.append(html, shown.substring(0, prefix)).append("</span><span");
    html.append(end < shown.length() ? " class=\"ellipsis\">" : ">");
    Escape.append(html, shown.substring(prefix, end)).append("</span><span class=\"invisible\">");
    Escape.append(html, shown.substring(end)).append("</span></a>");
  }

  private static int visible(String shown, int from) {
    return Math.min(SHOWN_OF_LINK, shown.codePointCount(from, shown.length()));
  }

  private static void appendMention(StringBuilder html, Token.Mention mention, FediUrl page) {
    html.append("<span class=\"h-card\"><a href=\"");
    Escape.append(html, page.text()).append("\" class=\"u-url mention\">@<span>");
    Escape.append(html, mention.name()).append("</span></a></span>");
  }

  private void appendHashtag(StringBuilder html, Token.Hashtag hashtag) {
    html.append("<a href=\"");
    Escape.append(html, tagged.apply(hashtag.name()).text());
    html.append("\" class=\"mention hashtag\" rel=\"tag\">#<span>");
    Escape.append(html, hashtag.name()).append("</span></a>");
  }
}

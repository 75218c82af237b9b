package social.kring.platform.html;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import social.kring.protocol.url.FediUrl;

/**
 * What a person wrote, as plain text. Becomes escaped HTML with links, mentions and hashtags in the
 * shape that Mastodon gives them, so that apps and peers find them.
 */
public final class PlainText {
  private final List<Token> tokens;

  private PlainText(List<Token> tokens) {
    this.tokens = tokens;
  }

  public static PlainText of(String text) {
    return new PlainText(new TokenScanner(text.replace("\r\n", "\n").strip()).scan());
  }

  /** Whom it addresses as {@code name} or {@code name@host}, as written, each once. */
  public List<String> mentions() {
    return tokens.stream()
        .filter(Token.Mention.class::isInstance)
        .map(token -> ((Token.Mention) token).address())
        .distinct()
        .toList();
  }

  /** Its hashtags without the number sign, as written, each once. */
  public List<String> hashtags() {
    return tokens.stream()
        .filter(Token.Hashtag.class::isInstance)
        .map(token -> ((Token.Hashtag) token).name())
        .distinct()
        .toList();
  }

  /** The addresses that it links to, in their order. */
  public List<FediUrl> links() {
    return tokens.stream()
        .filter(Token.Link.class::isInstance)
        .map(token -> ((Token.Link) token).url())
        .distinct()
        .toList();
  }

  /**
   * The text as HTML.
   *
   * @param mentioned the page of a person by address as in {@link #mentions}; nobody: stays text
   * @param tagged the page of a hashtag by its name
   */
  public String toHtml(
      Function<String, Optional<FediUrl>> mentioned, Function<String, FediUrl> tagged) {
    return new PlainTextRenderer(mentioned, tagged).render(tokens);
  }

  /** The text as HTML with links, but neither mentions nor hashtags. */
  public String toHtml() {
    var links =
        tokens.stream()
            .map(t -> t instanceof Token.Link ? t : (Token) new Token.Text(t.written()))
            .toList();
    return new PlainTextRenderer(nobody -> Optional.empty(), PlainText::noTag).render(links);
  }

  private static FediUrl noTag(String name) {
    throw new IllegalStateException("a text without hashtags has the hashtag " + name);
  }
}

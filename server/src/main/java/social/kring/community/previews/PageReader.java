package social.kring.community.previews;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import social.kring.federation.remote.WebPage;
import social.kring.protocol.url.FediUrl;

/** Reads what a page says of itself in its head: the Open Graph protocol, Twitter's, HTML's own. */
final class PageReader {
  private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*");
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_DESCRIPTION = 1_000;
  private static final int LONGEST_NAME = 150;

  private PageReader() {}

  /**
   * @return empty where it has not even a title
   */
  static Optional<Preview> read(WebPage page) {
    var head = new Head(parse(page), page.at());
    return Optional.of(head.title())
        .filter(title -> !title.isEmpty())
        .map(
            title ->
                new Preview(
                    head.address(),
                    title,
                    head.text(
                        LONGEST_DESCRIPTION,
                        "og:description",
                        "twitter:description",
                        "description"),
                    new Preview.Origins(
                        head.text(LONGEST_NAME, "author", "article:author"),
                        head.text(LONGEST_NAME, "og:site_name"),
                        head.language()),
                    head.picture(),
                    head.published()));
  }

  private static Document parse(WebPage page) {
    try {
      var head = new ByteArrayInputStream(page.html(), 0, endOfHead(page.html()));
      return Jsoup.parse(
          head, page.charset().flatMap(PageReader::known).orElse(null), page.at().text());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The parser itself looks for what the page names, where the server names no known one. */
  private static Optional<String> known(String charset) {
    try {
      return Optional.of(charset).filter(Charset::isSupported);
    } catch (IllegalCharsetNameException none) {
      return Optional.empty();
    }
  }

  /** The body is never parsed. Markup is ASCII in nearly every encoding. */
  private static int endOfHead(byte[] html) {
    var text = new String(html, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    var end = text.indexOf("</head");
    var body = text.indexOf("<body");
    return Stream.of(end, body).filter(at -> at >= 0).min(Integer::compare).orElse(html.length);
  }

  private record Head(Document document, FediUrl at) {

    String title() {
      var named = text(LONGEST_TITLE, "og:title", "twitter:title");
      return named.isEmpty() ? PlainWords.of(document.title(), LONGEST_TITLE) : named;
    }

    /** The first of these that says anything; some name them where others have properties. */
    String text(int longest, String... names) {
      return values(names)
          .map(text -> PlainWords.of(text, longest))
          .filter(text -> !text.isEmpty())
          .findFirst()
          .orElse("");
    }

    private Stream<String> values(String... names) {
      return Stream.of(names)
          .flatMap(
              name ->
                  Stream.concat(
                      document.getElementsByAttributeValue("property", name).stream(),
                      document.getElementsByAttributeValue("name", name).stream()))
          .filter(element -> element.nameIs("meta"))
          .map(element -> element.attr("content"));
    }

    /** A page may choose among its own addresses, but not call itself another's. */
    FediUrl address() {
      var canonical = document.select("link[rel=canonical]").stream().map(Head::target);
      return Stream.concat(canonical, values("og:url"))
          .flatMap(address -> FediUrl.tryParse(address).stream())
          .filter(address -> address.sameOrigin(at))
          .map(FediUrl::withoutFragment)
          .findFirst()
          .orElse(at);
    }

    private static String target(Element link) {
      return link.absUrl("href");
    }

    Optional<FediUrl> picture() {
      return values("og:image:secure_url", "og:image:url", "og:image", "twitter:image")
          .flatMap(address -> FediUrl.tryParse(address).stream())
          .filter(url -> url.scheme().equals("https"))
          .findFirst();
    }

    Optional<String> language() {
      return Stream.concat(
              document.select("html[lang]").stream().map(html -> html.attr("lang")),
              values("og:locale"))
          .map(String::strip)
          .filter(tag -> tag.length() <= 35 && LANGUAGE.matcher(tag).matches())
          .map(tag -> tag.replace('_', '-'))
          .findFirst();
    }

    Optional<Instant> published() {
      return values("article:published_time").flatMap(Head::instant).findFirst();
    }

    private static Stream<Instant> instant(String text) {
      try {
        return Stream.of(OffsetDateTime.parse(text.strip()).toInstant());
      } catch (DateTimeException notOne) {
        return Stream.empty();
      }
    }
  }
}

package social.kring.community.links;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import social.kring.federation.remote.WebPage;
import social.kring.protocol.url.FediUrl;

/** Whose a page says that it is: where its links with {@code rel="me"} lead. */
final class BackLinks {
  private static final int MOST = 100;
  private static final Pattern ME = Pattern.compile("(?i)(?<!\\S)me(?!\\S)");

  private BackLinks() {}

  static List<FediUrl> of(WebPage page) {
    return parse(page).select("a[rel], link[rel]").stream()
        .filter(link -> ME.matcher(link.attr("rel")).find())
        .limit(MOST)
        .flatMap(link -> FediUrl.tryParse(link.absUrl("href")).stream())
        .toList();
  }

  private static Document parse(WebPage page) {
    try {
      return Jsoup.parse(
          new ByteArrayInputStream(page.html()),
          page.charset().flatMap(BackLinks::known).orElse(null),
          page.at().text());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Optional<String> known(String charset) {
    try {
      return Optional.of(charset).filter(Charset::isSupported);
    } catch (IllegalCharsetNameException none) {
      return Optional.empty();
    }
  }
}

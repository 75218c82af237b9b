package social.kring.community.previews;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import social.kring.protocol.url.FediUrl;

/**
 * What a post links to.
 *
 * @param local whether the post was written here, where its author waits for the preview
 */
public record Link(long post, FediUrl url, boolean local) {
  /** What is longer does not fit into an index. */
  private static final int LONGEST = 2_000;

  private static final Set<String> CLASSES = Set.of("mention", "hashtag", "u-url", "h-card");

  /**
   * The addresses in a post's content, without those that are its people and hashtags. The rules
   * are Mastodon's, so that a post shows the same preview there and here.
   */
  public static Stream<FediUrl> in(String html, Set<String> people) {
    if (!html.contains("<a ")) return Stream.empty();
    return Jsoup.parseBodyFragment(html).select("a[href]").stream()
        .filter(anchor -> CLASSES.stream().noneMatch(anchor::hasClass))
        .map(anchor -> anchor.attr("href"))
        .filter(address -> !people.contains(address))
        .flatMap(address -> FediUrl.tryParse(address).stream())
        .map(FediUrl::withoutFragment)
        .filter(url -> url.text().getBytes(StandardCharsets.UTF_8).length <= LONGEST);
  }
}

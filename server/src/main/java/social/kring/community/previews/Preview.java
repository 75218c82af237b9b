package social.kring.community.previews;

import java.time.Instant;
import java.util.Optional;
import social.kring.protocol.url.FediUrl;

/**
 * What is shown of a page that a post links to: plain text only.
 *
 * @param url where the page is
 * @param description empty where the page has none
 * @param picture where it lies elsewhere; not for apps, which would fetch it there
 */
public record Preview(
    FediUrl url,
    String title,
    String description,
    Origins origins,
    Optional<FediUrl> picture,
    Optional<Instant> published) {

  /**
   * Whose page it is.
   *
   * @param author empty where the page does not say
   * @param site the name of the site; empty where the page does not say
   * @param language as a tag (BCP 47)
   */
  public record Origins(String author, String site, Optional<String> language) {}
}

package social.kring.door.mastodon.entities;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A page that a post links to. */
public record PreviewCard(
    String url,
    String title,
    String description,
    String type,
    String authorName,
    String authorUrl,
    String providerName,
    String providerUrl,
    String html,
    int width,
    int height,
    Optional<String> image,
    String embedUrl,
    Optional<String> blurhash,
    Optional<Instant> publishedAt,
    List<Author> authors) {

  public PreviewCard {
    authors = List.copyOf(authors);
  }

  /** Who wrote it, as the page says. */
  public record Author(String name, String url, Optional<Account> account) {}
}

package social.kring.federation.actors;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an actor shows of itself.
 *
 * @param summary sanitized HTML
 * @param source the bio as its author wrote it; empty for actors from elsewhere
 * @param published when the actor came to be, as it says
 */
public record ActorProfile(
    String displayName,
    String summary,
    String source,
    ActorImages images,
    List<Field> fields,
    List<ActorEmoji> emojis,
    Instant published) {

  public ActorProfile {
    fields = List.copyOf(fields);
    emojis = List.copyOf(emojis);
  }

  /**
   * A PropertyValue as Mastodon shows it.
   *
   * @param value sanitized HTML
   * @param source as its author wrote it
   */
  public record Field(String name, String value, String source, Optional<Instant> verifiedAt) {}

  /** Addresses of pictures. */
  public record ActorImages(Optional<String> avatar, Optional<String> header) {}

  /** A custom emoji that the name or summary uses. */
  public record ActorEmoji(String shortcode, String url) {}
}

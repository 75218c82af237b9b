package social.kring.door.mastodon.entities;

import java.util.Optional;

/** A picture that stands for a shortcode. */
public record CustomEmoji(
    String shortcode,
    String url,
    String staticUrl,
    boolean visibleInPicker,
    Optional<String> category) {

  /** An emoji that came with somebody's text. */
  public static CustomEmoji used(String shortcode, String url) {
    return new CustomEmoji(shortcode, url, url, false, Optional.empty());
  }
}

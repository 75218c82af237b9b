package social.kring.community.media;

import java.util.Optional;
import java.util.OptionalDouble;
import social.kring.protocol.url.FediUrl;

/**
 * A file that somebody here shows, or is about to show, in a post.
 *
 * @param preview smaller, for lists
 * @param seconds how long it plays, where that is known
 */
public record Upload(
    long id,
    UploadKind kind,
    Rendition original,
    Optional<Rendition> preview,
    Caption caption,
    Optional<String> blurhash,
    OptionalDouble seconds) {

  /**
   * One of its files.
   *
   * @param width in pixels; 0 where nothing is seen
   */
  public record Rendition(FediUrl url, String mediaType, long width, long height) {}
}

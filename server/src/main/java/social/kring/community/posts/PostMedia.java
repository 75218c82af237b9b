package social.kring.community.posts;

import java.util.Optional;
import social.kring.protocol.activitystreams.Attachment.Focus;
import social.kring.protocol.activitystreams.Attachment.Size;
import social.kring.protocol.url.FediUrl;

/**
 * A picture, sound or film of a post.
 *
 * @param id ours
 * @param mediaType as its sender claims
 * @param description the alternative text
 */
public record PostMedia(
    long id,
    FediUrl url,
    String mediaType,
    Optional<String> description,
    Optional<String> blurhash,
    Optional<Focus> focus,
    Size size) {

  /** Whether it is the same but for its id. */
  boolean shows(PostMedia other) {
    return new PostMedia(
            id,
            other.url,
            other.mediaType,
            other.description,
            other.blurhash,
            other.focus,
            other.size)
        .equals(this);
  }
}

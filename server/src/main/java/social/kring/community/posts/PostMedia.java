package social.kring.community.posts;

import java.util.Optional;
import java.util.OptionalDouble;
import social.kring.community.media.Upload;
import social.kring.protocol.activitystreams.Attachment;
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
    long id, FediUrl url, String mediaType, Optional<String> description, Look look) {

  /**
   * How it shows and how long it plays, where that is known.
   *
   * @param preview smaller, for lists
   */
  public record Look(
      Size size,
      Optional<String> blurhash,
      Optional<Focus> focus,
      Optional<Preview> preview,
      OptionalDouble seconds) {}

  /** A smaller picture. */
  public record Preview(FediUrl url, String mediaType, Size size) {}

  /** An upload, as a post shows it. */
  public static PostMedia of(Upload upload) {
    var original = upload.original();
    return new PostMedia(
        upload.id(),
        original.url(),
        original.mediaType(),
        upload.caption().description(),
        new Look(
            size(original),
            upload.blurhash(),
            upload.caption().focus(),
            upload.preview().map(each -> new Preview(each.url(), each.mediaType(), size(each))),
            upload.seconds()));
  }

  private static Size size(Upload.Rendition rendition) {
    return new Size(rendition.width(), rendition.height());
  }

  static PostMedia of(long id, Attachment attachment) {
    return new PostMedia(
        id,
        attachment.url(),
        attachment.mediaType(),
        attachment.description(),
        new Look(
            attachment.size(),
            attachment.blurhash(),
            attachment.focus(),
            Optional.empty(),
            OptionalDouble.empty()));
  }

  public Size size() {
    return look.size();
  }

  public Optional<String> blurhash() {
    return look.blurhash();
  }

  public Optional<Focus> focus() {
    return look.focus();
  }

  public Optional<Preview> preview() {
    return look.preview();
  }

  /** Whether it is the same but for its id. */
  boolean shows(PostMedia other) {
    return new PostMedia(id, other.url, other.mediaType, other.description, other.look)
        .equals(this);
  }
}

package social.kring.door.mastodon.composing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import social.kring.community.media.MediaLinks;
import social.kring.community.posts.PostMedia;
import social.kring.door.mastodon.entities.MediaAttachment;
import social.kring.protocol.activitystreams.Attachment.Size;

/** Composes pictures, films and sounds. */
public final class MediaComposer {
  private final MediaLinks links;

  public MediaComposer(MediaLinks links) {
    this.links = links;
  }

  /** Where apps find a picture, if it has an address. */
  Optional<String> shown(String address) {
    return links.shown(address);
  }

  public MediaAttachment of(PostMedia media) {
    var type = type(media.mediaType());
    var url = links.shown(media.url());
    return new MediaAttachment(
        Long.toString(media.id()),
        type,
        Optional.of(url),
        media
            .preview()
            .map(preview -> links.shown(preview.url()))
            .or(() -> Optional.of(url).filter(picture -> type.equals("image"))),
        Optional.of(media.url().text()).filter(original -> !original.equals(url)),
        Optional.empty(),
        meta(media),
        media.description(),
        media.blurhash());
  }

  private static String type(String mediaType) {
    var kind = mediaType.substring(0, mediaType.indexOf('/')).toLowerCase(Locale.ROOT);
    return switch (kind) {
      case "image", "video", "audio" -> kind;
      default -> "unknown";
    };
  }

  private static Map<String, Object> meta(PostMedia media) {
    var meta = new LinkedHashMap<String, Object>();
    media.focus().ifPresent(focus -> meta.put("focus", Map.of("x", focus.x(), "y", focus.y())));
    var original = size(media.size());
    media.look().seconds().ifPresent(seconds -> original.put("duration", seconds));
    if (!original.isEmpty()) meta.put("original", original);
    media.preview().map(preview -> size(preview.size())).ifPresent(s -> meta.put("small", s));
    return meta;
  }

  private static Map<String, Object> size(Size size) {
    var written = new LinkedHashMap<String, Object>();
    if (size.width() > 0 && size.height() > 0) {
      written.put("width", size.width());
      written.put("height", size.height());
      written.put("size", size.width() + "x" + size.height());
      written.put("aspect", (double) size.width() / size.height());
    }
    return written;
  }
}

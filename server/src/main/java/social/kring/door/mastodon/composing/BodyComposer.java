package social.kring.door.mastodon.composing;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import social.kring.community.posts.PostBody;
import social.kring.community.posts.PostEmoji;
import social.kring.community.posts.PostMedia;
import social.kring.community.posts.PostPoll;
import social.kring.door.mastodon.entities.CustomEmoji;
import social.kring.door.mastodon.entities.MediaAttachment;
import social.kring.door.mastodon.entities.Poll;

/** Composes what a post shows besides its words: pictures, emoji and a poll. */
public final class BodyComposer {
  private final Clock clock;

  public BodyComposer(Clock clock) {
    this.clock = clock;
  }

  static List<CustomEmoji> emojis(PostBody body) {
    return body.emojis().stream().map(BodyComposer::emoji).toList();
  }

  private static CustomEmoji emoji(PostEmoji emoji) {
    return CustomEmoji.used(emoji.shortcode(), emoji.url());
  }

  static List<MediaAttachment> media(PostBody body) {
    return body.media().stream().map(BodyComposer::media).toList();
  }

  private static MediaAttachment media(PostMedia media) {
    var type = type(media.mediaType());
    var url = media.url().text();
    return new MediaAttachment(
        Long.toString(media.id()),
        type,
        Optional.of(url),
        Optional.of(url).filter(picture -> type.equals("image")),
        Optional.of(url),
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
    var size = media.size();
    if (size.width() > 0 && size.height() > 0) {
      meta.put(
          "original",
          Map.of(
              "width",
              size.width(),
              "height",
              size.height(),
              "size",
              size.width() + "x" + size.height(),
              "aspect",
              (double) size.width() / size.height()));
    }
    return meta;
  }

  /** As the public sees it. A poll goes by the id of its post. */
  Poll poll(long post, PostPoll poll, List<CustomEmoji> emojis) {
    return new Poll(
        Long.toString(post),
        poll.expiresAt(),
        poll.expired(clock.instant()),
        poll.multiple(),
        poll.votesCount(),
        poll.votersCount(),
        poll.options().stream()
            .map(option -> new Poll.Option(option.title(), Optional.of(option.votes())))
            .toList(),
        emojis,
        Optional.empty(),
        Optional.empty());
  }
}

package social.kring.door.mastodon.composing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import social.kring.community.posts.PostBody;
import social.kring.community.posts.PostEmoji;
import social.kring.community.posts.PostPoll;
import social.kring.door.mastodon.entities.CustomEmoji;
import social.kring.door.mastodon.entities.MediaAttachment;
import social.kring.door.mastodon.entities.Poll;

/** Composes what a post shows besides its words: pictures, emoji and a poll. */
public final class BodyComposer {
  private final Clock clock;
  private final MediaComposer media;

  public BodyComposer(Clock clock, MediaComposer media) {
    this.clock = clock;
    this.media = media;
  }

  List<CustomEmoji> emojis(PostBody body) {
    return body.emojis().stream().flatMap(emoji -> emoji(emoji).stream()).toList();
  }

  private Optional<CustomEmoji> emoji(PostEmoji emoji) {
    return media.shown(emoji.url()).map(url -> CustomEmoji.used(emoji.shortcode(), url));
  }

  List<MediaAttachment> media(PostBody body) {
    return body.media().stream().map(media::of).toList();
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
        poll.options().stream().map(option -> option(poll, option)).toList(),
        emojis,
        Optional.empty(),
        Optional.empty());
  }

  private Poll.Option option(PostPoll poll, PostPoll.Option option) {
    var votes = Optional.of(option.votes()).filter(any -> !poll.secret(clock.instant()));
    return new Poll.Option(option.title(), votes);
  }
}

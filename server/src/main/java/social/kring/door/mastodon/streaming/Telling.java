package social.kring.door.mastodon.streaming;

import java.util.Optional;
import social.kring.community.notifications.Told;
import social.kring.community.posts.PostEntry;

/**
 * Something that a listener will be told.
 *
 * @param channel folded
 * @param event in the words of the client API
 */
record Telling(Listener listener, Channel channel, String event, Content content) {

  /** What comes with an event. */
  sealed interface Content {}

  /** A post or boost as the listener sees it. */
  record Shown(PostEntry entry) implements Content {}

  /** A notification. */
  record Notice(Told told) implements Content {}

  /** Something that is the same for everyone. */
  record Words(Optional<String> payload) implements Content {
    static Words of(long id) {
      return new Words(Optional.of(Long.toString(id)));
    }
  }

  boolean isShown() {
    return content instanceof Shown;
  }
}

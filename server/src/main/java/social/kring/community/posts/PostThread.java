package social.kring.community.posts;

import java.util.Optional;
import social.kring.protocol.url.FediUrl;

/**
 * Where a post stands in a conversation.
 *
 * @param inReplyTo the post it answers, known here or not
 * @param parent the same, if it is known here and not deleted
 * @param conversation what all posts of a thread name alike
 */
public record PostThread(
    Optional<FediUrl> inReplyTo, Optional<Parent> parent, Optional<String> conversation) {
  public static final PostThread NONE =
      new PostThread(Optional.empty(), Optional.empty(), Optional.empty());

  /** The answered post's id and its author's. */
  public record Parent(long post, long author) {}

  public boolean isReply() {
    return inReplyTo.isPresent();
  }
}

package social.kring.community.posts;

import java.util.Optional;
import social.kring.protocol.activitystreams.Audience.Visibility;

/**
 * A post that a person wants to publish.
 *
 * @param inReplyTo id of the post it answers
 * @param idempotencyKey the same key makes no second post, for a day
 * @param extras what is more than words
 */
public record Draft(
    Wording wording,
    Visibility visibility,
    Optional<Long> inReplyTo,
    Optional<String> idempotencyKey,
    Extras extras) {

  /** Text and content warning together, in characters as people count them. */
  public static final int LONGEST = 5_000;

  public Draft(
      Wording wording,
      Visibility visibility,
      Optional<Long> inReplyTo,
      Optional<String> idempotencyKey) {
    this(wording, visibility, inReplyTo, idempotencyKey, Extras.NONE);
  }

  public static Draft of(String text, Visibility visibility) {
    return new Draft(Wording.of(text), visibility, Optional.empty(), Optional.empty());
  }

  public Draft inReplyTo(long post) {
    return new Draft(wording, visibility, Optional.of(post), idempotencyKey, extras);
  }

  public Draft keyed(String key) {
    return new Draft(wording, visibility, inReplyTo, Optional.of(key), extras);
  }

  boolean isOpen() {
    return visibility == Visibility.PUBLIC || visibility == Visibility.UNLISTED;
  }

  public Draft unkeyed() {
    return new Draft(wording, visibility, inReplyTo, Optional.empty(), extras);
  }

  public Draft answeringNothing() {
    return new Draft(wording, visibility, Optional.empty(), idempotencyKey, extras);
  }

  public Draft with(Extras added) {
    return new Draft(wording, visibility, inReplyTo, idempotencyKey, added);
  }
}

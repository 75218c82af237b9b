package social.kring.protocol.activitystreams;

import java.util.Optional;
import social.kring.protocol.url.FediUrl;

/**
 * The opposite of a like.
 *
 * @param content the emoji, where there is one
 */
public record Dislike(ActivityHead head, FediUrl object, Optional<String> content)
    implements Activity {
  private static final int LONGEST = 64;

  public Dislike(ActivityHead head) {
    this(
        head,
        head.requiredObject().requiredId(),
        head.tree().string("content").map(content -> Texts.cut(content, LONGEST)));
  }
}

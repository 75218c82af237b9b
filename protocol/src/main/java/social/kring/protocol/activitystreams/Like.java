package social.kring.protocol.activitystreams;

import java.util.Optional;
import social.kring.protocol.url.FediUrl;

/**
 * Likes an object.
 *
 * @param content the emoji, where there is one
 */
public record Like(ActivityHead head, FediUrl object, Optional<String> content)
    implements Activity {
  private static final int LONGEST = 64;

  public Like(ActivityHead head) {
    this(
        head,
        head.requiredObject().requiredId(),
        head.tree().string("content").map(content -> Texts.cut(content, LONGEST)));
  }
}

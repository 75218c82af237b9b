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

  public Like(ActivityHead head) {
    this(head, head.requiredObject().requiredId(), Reactions.emoji(head.tree()));
  }
}

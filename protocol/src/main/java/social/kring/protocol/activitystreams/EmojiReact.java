package social.kring.protocol.activitystreams;

import java.util.Optional;
import social.kring.protocol.url.FediUrl;

/**
 * A like that says more (FEP-c0e0).
 *
 * @param content the emoji, where there is one
 */
public record EmojiReact(ActivityHead head, FediUrl object, Optional<String> content)
    implements Activity {

  public EmojiReact(ActivityHead head) {
    this(head, head.requiredObject().requiredId(), Reactions.emoji(head.tree()));
  }
}

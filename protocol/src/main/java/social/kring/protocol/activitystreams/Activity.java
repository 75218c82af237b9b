package social.kring.protocol.activitystreams;

import java.time.Instant;
import java.util.Optional;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** Something that an actor did. Vocabulary §2.1. */
public sealed interface Activity extends ApObject
    permits Accept,
        Add,
        Announce,
        Block,
        Create,
        Delete,
        Dislike,
        EmojiReact,
        Flag,
        Follow,
        Invite,
        Join,
        Leave,
        Like,
        Move,
        Offer,
        Reject,
        Remove,
        Undo,
        Update,
        UnknownActivity {

  ActivityHead head();

  default FediUrl actor() {
    return head().actor();
  }

  default Audience audience() {
    return head().audience();
  }

  default Optional<Instant> published() {
    return head().published();
  }

  /** What it was done to, where there is something. */
  default Optional<ObjectReference> objectReference() {
    return head().object();
  }

  @Override
  default Optional<FediUrl> id() {
    return head().id();
  }

  @Override
  default Tree tree() {
    return head().tree();
  }

  /**
   * @throws Problem MALFORMED where it has no type, no actor, or lacks what its type needs
   */
  static Activity parse(Tree tree) {
    var type = Types.of(tree);
    if (type.isEmpty()) throw Problem.malformed("type is missing, expected an activity's");
    var head = ActivityHead.from(tree);
    return ActivityType.named(type)
        .map(known -> known.view(head))
        .orElseGet(() -> new UnknownActivity(type, head));
  }
}

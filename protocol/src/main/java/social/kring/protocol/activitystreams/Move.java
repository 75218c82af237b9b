package social.kring.protocol.activitystreams;

import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/** Has moved to another actor (FEP-7628). */
public record Move(ActivityHead head, FediUrl object, FediUrl target) implements Activity {

  public Move(ActivityHead head) {
    this(
        head,
        head.requiredObject().requiredId(),
        head.tree()
            .id("target")
            .orElseThrow(() -> Problem.malformed("target is not the address of an actor")));
  }
}

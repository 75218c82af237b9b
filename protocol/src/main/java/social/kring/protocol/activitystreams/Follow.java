package social.kring.protocol.activitystreams;

import social.kring.protocol.url.FediUrl;

/** Asks to receive what someone publishes. Vocabulary §3.1. */
public record Follow(ActivityHead head, FediUrl object) implements Activity {

  public Follow(ActivityHead head) {
    this(head, head.requiredObject().requiredId());
  }
}

package social.kring.protocol.activitystreams;

import social.kring.protocol.url.FediUrl;

/** Wants nothing to do with someone. Vocabulary §3.1. */
public record Block(ActivityHead head, FediUrl object) implements Activity {

  public Block(ActivityHead head) {
    this(head, head.requiredObject().requiredId());
  }
}

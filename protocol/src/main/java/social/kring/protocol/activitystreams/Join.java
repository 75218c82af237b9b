package social.kring.protocol.activitystreams;

/** Takes part in something. Vocabulary §3.1. */
public record Join(ActivityHead head, ObjectReference object) implements Activity {

  public Join(ActivityHead head) {
    this(head, head.requiredObject());
  }
}

package social.kring.protocol.activitystreams;

/** Changes an object. Vocabulary §3.1. */
public record Update(ActivityHead head, ObjectReference object) implements Activity {

  public Update(ActivityHead head) {
    this(head, head.requiredObject());
  }
}

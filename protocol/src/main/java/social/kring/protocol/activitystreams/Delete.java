package social.kring.protocol.activitystreams;

/** Takes an object away. Vocabulary §3.1. */
public record Delete(ActivityHead head, ObjectReference object) implements Activity {

  public Delete(ActivityHead head) {
    this(head, head.requiredObject());
  }
}

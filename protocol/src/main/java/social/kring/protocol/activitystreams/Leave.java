package social.kring.protocol.activitystreams;

/** Takes part no longer. Vocabulary §3.1. */
public record Leave(ActivityHead head, ObjectReference object) implements Activity {

  public Leave(ActivityHead head) {
    this(head, head.requiredObject());
  }
}

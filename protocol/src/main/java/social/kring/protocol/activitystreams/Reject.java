package social.kring.protocol.activitystreams;

/** Says no to an activity. Vocabulary §3.1. */
public record Reject(ActivityHead head, ObjectReference object) implements Activity {

  public Reject(ActivityHead head) {
    this(head, head.requiredObject());
  }
}

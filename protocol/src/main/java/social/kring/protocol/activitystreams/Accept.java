package social.kring.protocol.activitystreams;

/** Says yes to an activity. Vocabulary §3.1. */
public record Accept(ActivityHead head, ObjectReference object) implements Activity {

  public Accept(ActivityHead head) {
    this(head, head.requiredObject());
  }
}

package social.kring.protocol.activitystreams;

/** Takes an activity back. Vocabulary §3.1. */
public record Undo(ActivityHead head, ObjectReference object) implements Activity {

  public Undo(ActivityHead head) {
    this(head, head.requiredObject());
  }
}

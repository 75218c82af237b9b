package social.kring.protocol.activitystreams;

/** Asks someone to an object. Vocabulary §3.1. */
public record Invite(ActivityHead head, ObjectReference object) implements Activity {

  public Invite(ActivityHead head) {
    this(head, head.requiredObject());
  }
}

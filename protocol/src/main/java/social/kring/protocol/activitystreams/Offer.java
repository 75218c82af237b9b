package social.kring.protocol.activitystreams;

/** Proposes an object to someone. Vocabulary §3.1. */
public record Offer(ActivityHead head, ObjectReference object) implements Activity {

  public Offer(ActivityHead head) {
    this(head, head.requiredObject());
  }
}

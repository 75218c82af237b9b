package social.kring.protocol.activitystreams;

/** Brings an object into being. Vocabulary §3.1. */
public record Create(ActivityHead head, ObjectReference object) implements Activity {

  public Create(ActivityHead head) {
    this(head, head.requiredObject());
  }
}

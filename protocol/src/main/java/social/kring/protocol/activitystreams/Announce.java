package social.kring.protocol.activitystreams;

/** Shows an object, or as Lemmy does an activity, to others. Vocabulary §3.1. */
public record Announce(ActivityHead head, ObjectReference object) implements Activity {

  public Announce(ActivityHead head) {
    this(head, head.requiredObject());
  }
}

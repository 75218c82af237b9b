package social.kring.protocol.activitystreams;

/** An activity whose type says nothing to Kring. */
public record UnknownActivity(String type, ActivityHead head) implements Activity {}

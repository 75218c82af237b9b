package social.kring.protocol.activitystreams;

import social.kring.protocol.json.Tree;

/** An object whose type says nothing to Kring. */
public record UnknownObject(String type, Tree tree) implements ApObject {}

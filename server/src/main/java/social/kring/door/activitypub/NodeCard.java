package social.kring.door.activitypub;

/**
 * How the node introduces itself.
 *
 * @param name as people know it
 * @param description one sentence
 * @param version of the software
 */
public record NodeCard(String name, String description, String version, boolean openToAll) {}

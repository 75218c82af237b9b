package social.kring.door.mastodon.entities;

/** What someone may do on this node. */
public record Role(String id, String name, String color, String permissions, boolean highlighted) {}

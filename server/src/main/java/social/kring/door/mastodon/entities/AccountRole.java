package social.kring.door.mastodon.entities;

/** A role that is shown on a profile. */
public record AccountRole(String id, String name, String color) {}

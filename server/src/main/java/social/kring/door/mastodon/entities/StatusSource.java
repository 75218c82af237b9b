package social.kring.door.mastodon.entities;

/** A post as its author wrote it. */
public record StatusSource(String id, String text, String spoilerText) {}

package social.kring.door.mastodon.entities;

/** A hashtag used in a post. */
public record StatusTag(String name, String url) {}

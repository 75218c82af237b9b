package social.kring.door.mastodon.entities;

/** Someone named in a post. */
public record StatusMention(String id, String username, String url, String acct) {}

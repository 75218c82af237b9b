package social.kring.door.mastodon.entities;

import java.util.List;

/** What a search found. */
public record Search(List<Account> accounts, List<Status> statuses, List<Tag> hashtags) {}

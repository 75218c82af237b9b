package social.kring.door.mastodon.entities;

/** Whose deeds somebody wants to be told of, as older apps know it. */
public record NotificationPolicyV1(
    boolean filterNotFollowing,
    boolean filterNotFollowers,
    boolean filterNewAccounts,
    boolean filterPrivateMentions,
    NotificationPolicy.Summary summary) {}

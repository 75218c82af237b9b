package social.kring.door.mastodon.entities;

/** Whose deeds somebody wants to be told of. */
public record NotificationPolicy(
    String forNotFollowing,
    String forNotFollowers,
    String forNewAccounts,
    String forPrivateMentions,
    String forLimitedAccounts,
    Summary summary) {

  /** What waits. */
  public record Summary(long pendingRequestsCount, long pendingNotificationsCount) {}
}

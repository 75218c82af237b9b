package social.kring.community.notifications;

/**
 * How an owner wants to be told of what others do; the strictest that applies wins.
 *
 * @param notFollowing of those whom the owner does not follow
 * @param notFollowers of those who do not follow the owner, or not for long
 * @param newAccounts of accounts that are not a month old
 * @param privateMentions of private words that answer nothing of the owner's
 * @param limitedAccounts of those whom moderators have limited
 */
public record NotificationPolicy(
    Treatment notFollowing,
    Treatment notFollowers,
    Treatment newAccounts,
    Treatment privateMentions,
    Treatment limitedAccounts) {

  /** That of who chose nothing. */
  public static final NotificationPolicy USUAL =
      new NotificationPolicy(
          Treatment.ACCEPT, Treatment.ACCEPT, Treatment.ACCEPT, Treatment.ACCEPT, Treatment.FILTER);
}

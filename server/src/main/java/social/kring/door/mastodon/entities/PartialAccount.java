package social.kring.door.mastodon.entities;

/** As much of an account as its face needs. */
public record PartialAccount(
    String id,
    String acct,
    String url,
    String avatar,
    String avatarStatic,
    boolean locked,
    boolean bot) {

  public static PartialAccount of(Account account) {
    return new PartialAccount(
        account.id(),
        account.acct(),
        account.url(),
        account.avatar(),
        account.avatarStatic(),
        account.locked(),
        account.bot());
  }
}

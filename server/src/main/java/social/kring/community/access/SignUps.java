package social.kring.community.access;

import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;

/** Signing up, as far as the node lets people in. */
public final class SignUps {

  /** Who may make an account. */
  public enum Policy {
    OPEN,
    /** Somebody with a role has to agree first. */
    APPROVAL,
    /** Only who was invited. */
    INVITE,
    CLOSED
  }

  private final Policy policy;
  private final Accounts accounts;
  private final Attempts attempts;
  private final Database database;

  SignUps(Policy policy, Accounts accounts, Attempts attempts, Database database) {
    this.policy = policy;
    this.accounts = accounts;
    this.attempts = attempts;
    this.database = database;
  }

  public Policy policy() {
    return policy;
  }

  /**
   * Makes an account for whoever asks, always as a member.
   *
   * @throws Problem FORBIDDEN where sign-up is closed or by invitation; TOO_MANY_REQUESTS from one
   *     address; INVALID or CONFLICT as in {@link Accounts#create}
   */
  public Account signUp(NewAccount wanted, ClientAddress address) {
    if (policy == Policy.CLOSED || policy == Policy.INVITE) {
      throw Problem.forbidden("this node does not take sign-ups");
    }
    attempts.begin("sign-up from " + address.network(), AttemptLimit.SIGN_UPS_FROM_AN_ADDRESS);
    var member =
        new NewAccount(
            wanted.name(), wanted.domain(), wanted.email(), wanted.password(), Role.MEMBER);
    return accounts.create(database, member, policy == Policy.OPEN);
  }
}

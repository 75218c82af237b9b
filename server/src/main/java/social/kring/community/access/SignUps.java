package social.kring.community.access;

import java.util.Optional;
import social.kring.community.access.Account.Standing;
import social.kring.federation.actors.Actors;
import social.kring.platform.domains.Domain;
import social.kring.platform.domains.Domains;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.discovery.Handle;

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

  private final Access.Rules rules;
  private final SignUpRules form;
  private final Accounts accounts;
  private final Joining joining;
  private final Attempts attempts;
  private final Actors actors;
  private final Database database;

  /** What signing up sets going. */
  record Joining(
      SignUpTable table, Invites invites, Admission admission, Letters letters, Domains domains) {

    /** Further domains are somebody's own: nobody else gets a name there. */
    Domain home() {
      return domains.primary();
    }
  }

  SignUps(
      Access.Rules rules,
      SignUpRules form,
      Accounts accounts,
      Joining joining,
      Attempts attempts,
      Actors actors,
      Database database) {
    this.rules = rules;
    this.form = form;
    this.accounts = accounts;
    this.joining = joining;
    this.attempts = attempts;
    this.actors = actors;
    this.database = database;
  }

  public Policy policy() {
    return rules.signUps();
  }

  /** How old somebody has to be, if the operator asks. */
  public Optional<Integer> minimumAge() {
    return rules.minimumAge();
  }

  /**
   * Makes an account for whoever asks, always as a member, who proves her address next.
   *
   * @throws Problem FORBIDDEN where sign-up is closed, or by invitation and there is none;
   *     TOO_MANY_REQUESTS from one address; INVALID with all faults of the form
   */
  public Account signUp(SignUpForm wanted, ClientAddress address) {
    var invited = wanted.more().invite().filter(code -> !code.isBlank());
    refuseUninvited(invited);
    form.check(wanted, policy() == Policy.APPROVAL && invited.isEmpty()).refuse();
    attempts.begin("sign-up from " + address.network(), AttemptLimit.SIGN_UPS_FROM_AN_ADDRESS);
    refuseTaken(wanted, invited);
    var prepared = accounts.prepare(wanted.account(joining.home()));
    try {
      return database.transaction(tx -> signUp(tx, wanted, prepared, invited));
    } catch (Problem problem) {
      // Somebody else took it in the meantime.
      if (problem.kind() == Problem.Kind.CONFLICT) refuseTaken(wanted, Optional.empty());
      throw problem;
    }
  }

  private void refuseUninvited(Optional<String> invited) {
    var closed = policy() == Policy.CLOSED || policy() == Policy.INVITE && invited.isEmpty();
    if (closed) throw Problem.forbidden("This node does not take sign-ups");
  }

  private void refuseTaken(SignUpForm wanted, Optional<String> invited) {
    var faults = new Faults();
    var handle = new Handle(wanted.name(), joining.home().authority());
    if (actors.byHandle(database, handle).isPresent()) {
      faults.add("username", "ERR_TAKEN", "has already been taken");
    }
    if (accounts.isTaken(database, wanted.email().strip())) {
      faults.add("email", "ERR_TAKEN", "has already been taken");
    }
    invited
        .filter(code -> !joining.invites().isGood(database, code))
        .ifPresent(code -> badInvite(faults));
    faults.refuse();
  }

  private static Faults badInvite(Faults faults) {
    return faults.add("invite_code", "ERR_INVALID", "is not valid, or is used up");
  }

  private Account signUp(
      Transaction tx, SignUpForm wanted, Accounts.Prepared prepared, Optional<String> code) {
    var invite = code.map(each -> use(tx, each));
    var approved = policy() != Policy.APPROVAL || invite.filter(i -> vouches(tx, i)).isPresent();
    var account = accounts.create(tx, prepared, now -> standing(now, approved));
    joining.admission().keepBack(tx, account.actor());
    joining
        .table()
        .insert(
            tx,
            account.actor(),
            new Arrival(
                wanted.more().application(),
                invite.map(Invite::id),
                Optional.empty(),
                wanted.more().reason().filter(text -> !text.isBlank()),
                wanted.more().locale()));
    joining.letters().about(tx, LetterKind.CONFIRM, account.actor());
    return account;
  }

  private Invite use(Transaction tx, String code) {
    return joining
        .invites()
        .use(tx, code)
        .orElseGet(
            () -> {
              badInvite(new Faults()).refuse();
              throw new IllegalStateException("refused above");
            });
  }

  /** Whoever may approve approves by inviting. */
  private boolean vouches(Transaction tx, Invite invite) {
    return policy() == Policy.INVITE
        || invite
            .madeBy()
            .map(maker -> accounts.byActor(tx, maker).orElseThrow().role())
            .map(role -> role.covers(Role.MODERATOR))
            .orElse(true);
  }

  private static Standing standing(java.time.Instant now, boolean approved) {
    return new Standing(
        now, Optional.empty(), Optional.of(now).filter(at -> approved), Optional.empty());
  }
}

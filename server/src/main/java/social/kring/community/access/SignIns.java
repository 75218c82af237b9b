package social.kring.community.access;

import java.util.Locale;
import java.util.Optional;
import social.kring.community.access.AccountTable.Credentials;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.domains.Domains;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;
import social.kring.protocol.discovery.Handle;

/** Signing in by name or e-mail address and password. */
public final class SignIns {
  private final AccountTable accounts;
  private final Actors actors;
  private final Domains domains;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Database database;

  SignIns(
      AccountTable accounts,
      Actors actors,
      Domains domains,
      Passwords passwords,
      Attempts attempts,
      Database database) {
    this.accounts = accounts;
    this.actors = actors;
    this.domains = domains;
    this.passwords = passwords;
    this.attempts = attempts;
    this.database = database;
  }

  /**
   * Finds the account whose name or e-mail address and password these are. Wrong name, wrong
   * password give the same answer after the same time; only the right password tells whether the
   * account may be used.
   *
   * @param address of the client, counted against its limit
   * @throws Problem UNAUTHENTICATED; FORBIDDEN, saying why, where the account may not be used;
   *     TOO_MANY_REQUESTS with the time to wait
   */
  public Account signIn(String login, String password, ClientAddress address) {
    var found = find(login.strip());
    var subject = found.map(SignIns::subject).orElseGet(() -> subject(login));
    var fromAddress =
        attempts.begin("sign-in from " + address.network(), AttemptLimit.SIGN_INS_FROM_AN_ADDRESS);
    attempts.begin(subject, AttemptLimit.SIGN_INS_OF_AN_ACCOUNT);
    var right = passwords.verify(password, found.map(Credentials::passwordHash));
    if (!right) throw Problem.unauthenticated("the name, e-mail address or password is not right");
    attempts.forgive(fromAddress);
    attempts.forgiveAll(subject);
    var account = found.orElseThrow().account();
    Tokens.requireActive(account);
    return account;
  }

  /**
   * Whether somebody who is signed in knows her password.
   *
   * @throws Problem UNAUTHENTICATED where she does not, TOO_MANY_REQUESTS
   */
  public void prove(Account account, String password, ClientAddress address) {
    var fromAddress =
        attempts.begin("sign-in from " + address.network(), AttemptLimit.SIGN_INS_FROM_AN_ADDRESS);
    attempts.begin(subject(account.actor()), AttemptLimit.SIGN_INS_OF_AN_ACCOUNT);
    var hash = accounts.byActor(database, account.actor()).map(Credentials::passwordHash);
    if (!passwords.verify(password, hash)) {
      throw Problem.unauthenticated("the password is not right");
    }
    attempts.forgive(fromAddress);
    forgive(account.actor());
  }

  /** Failures before a password was set by a link no longer count. */
  void forgive(long actor) {
    attempts.forgiveAll(subject(actor));
  }

  private Optional<Credentials> find(String login) {
    return login.contains("@")
        ? accounts.byEmail(database, login)
        : Handle.tryParse("@" + login + "@" + domains.primary().authority())
            .flatMap(handle -> actors.byHandle(database, handle))
            .map(ActorRow::id)
            .flatMap(actor -> accounts.byActor(database, actor));
  }

  private static String subject(Credentials credentials) {
    return subject(credentials.account().actor());
  }

  private static String subject(long actor) {
    return "sign-in of " + actor;
  }

  private static String subject(String login) {
    return "sign-in of " + new Secret(login.strip().toLowerCase(Locale.ROOT)).hashText();
  }
}

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
   * password and an account that may not be used give the same answer after the same time.
   *
   * @param address of the client, counted against its limit
   * @throws Problem UNAUTHENTICATED, or TOO_MANY_REQUESTS with the time to wait
   */
  public Account signIn(String login, String password, ClientAddress address) {
    var found = find(login.strip());
    var subject = found.map(SignIns::subject).orElseGet(() -> subject(login));
    var fromAddress =
        attempts.begin("sign-in from " + address.network(), AttemptLimit.SIGN_INS_FROM_AN_ADDRESS);
    attempts.begin(subject, AttemptLimit.SIGN_INS_OF_AN_ACCOUNT);
    var right = passwords.verify(password, found.map(Credentials::passwordHash));
    var account = found.map(Credentials::account).filter(each -> right && each.active());
    account.ifPresent(
        each -> {
          attempts.forgive(fromAddress);
          attempts.forgiveAll(subject);
        });
    return account.orElseThrow(
        () -> Problem.unauthenticated("the name, e-mail address or password is not right"));
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
    return "sign-in of " + credentials.account().actor();
  }

  private static String subject(String login) {
    return "sign-in of " + new Secret(login.strip().toLowerCase(Locale.ROOT)).hashText();
  }
}

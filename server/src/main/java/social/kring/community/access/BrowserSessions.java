package social.kring.community.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import social.kring.community.access.BrowserSessionTable.SessionRow;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Transaction;

/** Who is signed in with which browser, for the pages of sign-in and consent. */
public final class BrowserSessions {
  static final Duration LIFETIME = Duration.ofDays(30);

  private static final int LONGEST_USER_AGENT = 300;
  private static final Duration USE_RESOLUTION = Duration.ofHours(1);

  private final BrowserSessionTable table;
  private final AccountTable accounts;
  private final Ids ids;
  private final SecureRandom random;
  private final Clock clock;

  BrowserSessions(
      BrowserSessionTable table, AccountTable accounts, Ids ids, SecureRandom random, Clock clock) {
    this.table = table;
    this.accounts = accounts;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
  }

  /** Begins a session, always under a new name, so that nobody can be given one prepared. */
  public Secret begin(Transaction tx, Account account, String userAgent) {
    var secret = Secret.random(random);
    var now = clock.instant();
    var shown = userAgent.substring(0, Math.min(userAgent.length(), LONGEST_USER_AGENT));
    table.insert(tx, new SessionRow(ids.next(), account.actor(), shown, now, now), secret.hash());
    return secret;
  }

  /** Who is signed in with what the browser's cookie says. */
  public Optional<Account> find(Database database, String cookie) {
    return table
        .byHash(database, new Secret(cookie).hash())
        .filter(session -> session.usedAt().plus(LIFETIME).isAfter(clock.instant()))
        .flatMap(session -> account(database, session));
  }

  public void end(Transaction tx, String cookie) {
    table.deleteByHash(tx, new Secret(cookie).hash());
  }

  private Optional<Account> account(Database database, SessionRow session) {
    var now = clock.instant();
    if (session.usedAt().plus(USE_RESOLUTION).isBefore(now)) {
      database.transaction(
          tx -> {
            table.used(tx, session.id(), now);
            return null;
          });
    }
    return accounts
        .byActor(database, session.actor())
        .map(AccountTable.Credentials::account)
        .filter(Account::active);
  }
}

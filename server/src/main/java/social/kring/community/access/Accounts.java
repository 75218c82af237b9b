package social.kring.community.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import social.kring.community.access.Account.Standing;
import social.kring.community.access.AccountTable.Credentials;
import social.kring.community.people.NewPerson;
import social.kring.community.people.People;
import social.kring.platform.events.Events;
import social.kring.platform.events.Happening;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/** Accounts of this node. */
public final class Accounts {
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration HALF_YEAR = Duration.ofDays(180);

  private final AccountTable table;
  private final People people;
  private final Passwords passwords;
  private final Events events;
  private final SessionList sessions;
  private final Clock clock;

  Accounts(
      AccountTable table,
      People people,
      Passwords passwords,
      SessionList sessions,
      Events events,
      Clock clock) {
    this.sessions = sessions;
    this.table = table;
    this.people = people;
    this.passwords = passwords;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Makes a person and the account that speaks as them, confirmed and approved.
   *
   * @throws Problem INVALID for a name, e-mail address or password that cannot be one; CONFLICT for
   *     one that is taken
   */
  public Account create(Database database, NewAccount wanted) {
    var prepared = prepare(wanted);
    return database.transaction(tx -> create(tx, prepared, Accounts::letIn));
  }

  /**
   * An account that is about to be made.
   *
   * @param hash of its password
   */
  record Prepared(NewAccount wanted, String hash) {}

  /** Before the transaction, which would be kept open by what this takes. */
  Prepared prepare(NewAccount wanted) {
    EmailAddress.check(wanted.email());
    var hash = passwords.hash(wanted.password());
    people.prepare();
    return new Prepared(wanted, hash);
  }

  boolean isTaken(Queries queries, String email) {
    return table.byEmail(queries, email).isPresent();
  }

  public Optional<Account> byActor(Queries queries, long actor) {
    return table.byActor(queries, actor).map(Credentials::account);
  }

  /** How much the node is used; counted anew each time. */
  public Usage usage(Queries queries) {
    var now = clock.instant();
    return new Usage(
        table.count(queries),
        table.countActive(queries, now.minus(MONTH)),
        table.countActive(queries, now.minus(HALF_YEAR)));
  }

  /**
   * Sets a password and ends all sessions: somebody else may have begun them.
   *
   * @throws Problem INVALID for a password too short or too long
   */
  public void setPassword(Database database, long actor, String password) {
    var hash = hash(password);
    database.transaction(
        tx -> {
          setPassword(tx, actor, hash);
          return null;
        });
  }

  String hash(String password) {
    return passwords.hash(password);
  }

  void setPassword(Transaction tx, long actor, String hash) {
    table.setPassword(tx, actor, hash);
    sessions.endAll(tx, actor);
    record(tx, "account.password_changed", actor);
  }

  public void setRole(Transaction tx, long actor, Role role) {
    if (table.setRole(tx, actor, role)) {
      record(tx, "account.role_changed", actor);
    }
  }

  /** Nobody may use an account that is disabled; apps and browsers are told so at once. */
  public void disable(Transaction tx, long actor) {
    if (table.suspend(tx, actor, clock.instant())) record(tx, "account.disabled", actor);
  }

  public void enable(Transaction tx, long actor) {
    if (table.unsuspend(tx, actor)) record(tx, "account.enabled", actor);
  }

  Account create(Transaction tx, Prepared prepared, Function<Instant, Standing> standing) {
    var wanted = prepared.wanted();
    var person = people.create(tx, new NewPerson(wanted.name(), wanted.domain(), ""));
    var account =
        new Account(
            person.id(), wanted.email().strip(), wanted.role(), standing.apply(clock.instant()));
    if (!table.insert(tx, new Credentials(account, prepared.hash()))) {
      throw Problem.conflict("the e-mail address " + wanted.email() + " is taken");
    }
    record(tx, "account.created", account.actor());
    return account;
  }

  private void record(Transaction tx, String kind, long actor) {
    events.record(tx, Happening.here(kind, actor, Tree.builder().build()));
  }

  private static Standing letIn(Instant now) {
    return new Standing(now, Optional.of(now), Optional.of(now), Optional.empty());
  }
}

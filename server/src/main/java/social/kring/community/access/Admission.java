package social.kring.community.access;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.kring.community.access.AccountTable.Credentials;
import social.kring.community.people.People;
import social.kring.federation.actors.Actors;
import social.kring.platform.events.Events;
import social.kring.platform.events.Happening;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/**
 * Letting people in who signed up by themselves. Until their address is confirmed and somebody has
 * approved them they are nobody: their actor is kept suspended, so that nobody finds them.
 */
public final class Admission {
  private final AccountTable accounts;
  private final SignUpTable signUps;
  private final People people;
  private final Actors actors;
  private final Events events;
  private final Clock clock;

  Admission(AccessTables tables, People people, Actors actors, Events events, Clock clock) {
    this.accounts = tables.accounts();
    this.signUps = tables.joining().signUps();
    this.people = people;
    this.actors = actors;
    this.events = events;
    this.clock = clock;
  }

  /** Somebody who signed up, and how she came. */
  public record Newcomer(Account account, Arrival arrival) {}

  /** Which accounts are asked for. */
  public enum Which {
    ALL,
    WAITING,
    ACTIVE,
    DISABLED
  }

  /** The newest first. */
  public List<Newcomer> page(Queries queries, Which which, long before, int limit) {
    return newcomers(
        queries,
        accounts.page(queries, which, before, limit).stream().map(Credentials::account).toList());
  }

  /** In no order; who has no account is left out. */
  public List<Newcomer> byActors(Queries queries, Collection<Long> actors) {
    return newcomers(queries, accounts.byActors(queries, actors));
  }

  private List<Newcomer> newcomers(Queries queries, List<Account> found) {
    var arrivals = arrivals(queries, found);
    return found.stream()
        .map(each -> new Newcomer(each, arrivals.getOrDefault(each.actor(), Arrival.UNKNOWN)))
        .toList();
  }

  /** Empty also for whoever is deleted. */
  public Optional<Newcomer> find(Queries queries, long actor) {
    return accounts
        .byActor(queries, actor)
        .filter(found -> !found.passwordHash().isEmpty())
        .map(Credentials::account)
        .map(
            account ->
                new Newcomer(
                    account,
                    arrivals(queries, List.of(account)).getOrDefault(actor, Arrival.UNKNOWN)));
  }

  private Map<Long, Arrival> arrivals(Queries queries, List<Account> found) {
    return signUps.byActors(queries, found.stream().map(Account::actor).toList());
  }

  /** Agrees that somebody joins; whoever was approved already stays so. */
  public void approve(Transaction tx, long actor) {
    if (!accounts.approve(tx, actor, clock.instant())) return;
    record(tx, "account.approved", actor);
    openIfReady(tx, actor);
  }

  /**
   * Forgets somebody who waits to be approved, as if she had never come: nobody has heard of her,
   * so her name is free again.
   *
   * @throws Problem FORBIDDEN for whoever was let in already
   */
  public void reject(Transaction tx, long actor) {
    if (!accounts.lockWaiting(tx, actor)) {
      throw Problem.forbidden("This account is not waiting to be approved");
    }
    forget(tx, actor);
  }

  void forget(Transaction tx, long actor) {
    accounts.delete(tx, actor);
    people.forget(tx, actor);
    record(tx, "account.rejected", actor);
  }

  /** The address is hers. */
  void confirm(Transaction tx, long actor, String email) {
    if (!accounts.confirm(tx, actor, email, clock.instant())) {
      throw Problem.conflict("the e-mail address " + email + " is taken");
    }
    openIfReady(tx, actor);
  }

  /** Nobody is told of her before. */
  void keepBack(Transaction tx, long actor) {
    actors.suspend(tx, actor);
  }

  /** Once all that was waited for has come. */
  private void openIfReady(Transaction tx, long actor) {
    var account = accounts.byActor(tx, actor).map(Credentials::account).orElseThrow();
    var hidden = actors.byId(tx, actor).orElseThrow().standing().suspendedAt().isPresent();
    if (!account.active() || !hidden) return;
    actors.unsuspend(tx, actor);
    record(tx, "account.opened", actor);
  }

  private void record(Transaction tx, String kind, long actor) {
    events.record(tx, Happening.here(kind, actor, Tree.builder().build()));
  }
}

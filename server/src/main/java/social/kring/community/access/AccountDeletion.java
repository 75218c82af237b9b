package social.kring.community.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import social.kring.community.people.People;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.jobs.Jobs;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/**
 * Deletes people with all that is theirs. Nobody sees anything of theirs from the moment when it
 * commits; others clear it away in batches afterwards. The name is never given again, and the keys
 * go last, when nothing can be on its way any more.
 */
public final class AccountDeletion implements JobHandler {
  private static final String KIND = "access.destroy_keys";

  /** Deliveries are given up after a week and an hour. */
  private static final Duration UNTIL_NOTHING_IS_ON_ITS_WAY = Duration.ofDays(8);

  private final AccountTable table;
  private final People people;
  private final Actors actors;
  private final Proof proof;
  private final SessionList sessions;
  private final Later later;

  /** When and where what is left to do waits. */
  record Later(Jobs jobs, Database database, Clock clock) {}

  /** How somebody proves to be the person. */
  record Proof(Passwords passwords, Attempts attempts) {}

  AccountDeletion(
      AccountTable table,
      People people,
      Actors actors,
      Proof proof,
      SessionList sessions,
      Later later) {
    this.table = table;
    this.people = people;
    this.actors = actors;
    this.proof = proof;
    this.sessions = sessions;
    this.later = later;
  }

  /**
   * By the person, who proves it with the password.
   *
   * @throws Problem FORBIDDEN where that is wrong, TOO_MANY_REQUESTS after some that were
   */
  public void delete(long actor, String password) {
    proof.attempts().begin("sign-in of " + actor, AttemptLimit.SIGN_INS_OF_AN_ACCOUNT);
    var hash = table.byActor(later.database(), actor).map(AccountTable.Credentials::passwordHash);
    if (!proof.passwords().verify(password, hash))
      throw Problem.forbidden("the password is not right");
    delete(actor);
  }

  /**
   * By whoever may.
   *
   * @throws Problem NOT_FOUND where there is nobody here with this id
   */
  public void delete(long actor) {
    later.database().transaction(tx -> delete(tx, actor));
  }

  private boolean delete(Transaction tx, long actor) {
    people.depart(tx, actor);
    sessions.endAll(tx, actor);
    table.erase(tx, actor, later.clock().instant());
    later
        .jobs()
        .schedule(
            tx,
            KIND,
            Long.toString(actor),
            Tree.builder().put("actor", actor).build(),
            later.clock().instant().plus(UNTIL_NOTHING_IS_ON_ITS_WAY));
    return true;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Tree details) {
    Optional<ActorRow> gone =
        actors
            .byId(later.database(), details.number("actor").orElseThrow())
            .filter(actor -> actor.standing().deletedAt().isPresent());
    gone.ifPresent(
        actor ->
            later
                .database()
                .transaction(
                    tx -> {
                      actors.destroyKeys(tx, actor.id());
                      return true;
                    }));
  }
}

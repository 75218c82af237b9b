package social.kring.federation.receiving;

import io.vertx.pgclient.PgException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.federation.receiving.InboxTable.Decision;
import social.kring.federation.receiving.Preparation.Prepared;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Activity;

/**
 * Has activities handled, many in one transaction, which also marks them as handled. Where that
 * fails, each has a savepoint of its own, so that one alone is to blame.
 */
final class Handling {
  private static final Logger log = LoggerFactory.getLogger(Handling.class);
  private static final int MOST_FAILURES = 5;
  private static final int MOST_ATTEMPTS = 20;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);

  private final InboxTable table;
  private final Database database;
  private final Clock clock;

  Handling(InboxTable table, Database database, Clock clock) {
    this.table = table;
    this.database = database;
    this.clock = clock;
  }

  /** An activity that was taken up, and what its preparation came to. */
  record Task(Claim claim, Prepared prepared) {}

  /** In the transaction that holds them; what fails takes all of it with it. */
  void handleTogether(List<Task> tasks, Transaction tx) {
    var decisions = new ArrayList<Decision>();
    for (var run : Runs.of(tasks)) decisions.addAll(decide(run, tx));
    table.mark(tx, decisions, clock.instant());
  }

  /** In the transaction that holds them, under a savepoint each. */
  void handleOneByOne(List<Task> tasks, Transaction tx) {
    table.mark(
        tx,
        tasks.stream().map(task -> new Decision(task.claim(), handleAlone(task, tx))).toList(),
        clock.instant());
  }

  /**
   * One that was left to this process while its preparation took a while.
   *
   * @throws RuntimeException where it is nobody's fault, as when the database is away: it is as it
   *     was before it was taken up
   */
  void handleLate(Task task) {
    try {
      database.transaction(tx -> handleIfHeld(task, tx));
    } catch (RuntimeException failure) {
      release(task, failure);
      throw failure;
    }
  }

  private boolean handleIfHeld(Task task, Transaction tx) {
    var held = !table.lock(tx, List.of(task.claim())).isEmpty();
    if (held) handleOneByOne(List.of(task), tx);
    return held;
  }

  /** Where even that fails, it may be taken up again when its time is over. */
  private void release(Task task, RuntimeException failure) {
    try {
      table.release(database, List.of(task.claim()), clock.instant());
    } catch (RuntimeException stillAway) {
      failure.addSuppressed(stillAway);
    }
  }

  private List<Decision> decide(List<Task> run, Transaction tx) {
    return run.getFirst().prepared() instanceof Prepared.Ready(var handler, var first, var needed)
        ? decide(handler, run, tx)
        : run.stream().map(task -> new Decision(task.claim(), handle(task, tx))).toList();
  }

  @SuppressWarnings("unchecked")
  private <A extends Activity> List<Decision> decide(
      ActivityHandler<A> handler, List<Task> run, Transaction tx) {
    var gathered =
        run.stream()
            .map(task -> (Prepared.Ready) task.prepared())
            .map(
                ready ->
                    new ActivityHandler.Gathered<>((Received<A>) ready.received(), ready.fetched()))
            .toList();
    var outcomes = handler.handleAll(gathered, tx);
    return IntStream.range(0, run.size())
        .mapToObj(
            i -> new Decision(run.get(i).claim(), verdict(run.get(i).claim(), outcomes.get(i))))
        .toList();
  }

  private Verdict handle(Task task, Transaction tx) {
    return switch (task.prepared()) {
      case Prepared.Settled(var verdict) -> unlessTooOld(task.claim(), verdict);
      case Prepared.Failed(var failure) -> broken(task.claim(), failure);
      case Prepared.Ready(var handler, var received, var fetched) ->
          verdict(task.claim(), handle(handler, received, fetched, tx));
    };
  }

  @SuppressWarnings("unchecked")
  private static <A extends Activity> Outcome handle(
      ActivityHandler<A> handler, Received<?> received, Fetched fetched, Transaction tx) {
    return handler.handle((Received<A>) received, fetched, tx);
  }

  private Verdict handleAlone(Task task, Transaction tx) {
    try {
      return tx.attempt(() -> handle(task, tx));
    } catch (RuntimeException | StackOverflowError failure) {
      if (isNobodysFault(failure)) throw failure;
      if (failure instanceof Problem problem) return Verdict.refused(problem.getMessage());
      return broken(task.claim(), failure);
    }
  }

  private Verdict verdict(Claim claim, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done() -> Verdict.done();
      case Outcome.Refused(var why) -> Verdict.refused(why);
      case Outcome.NotYet(var retryAfter, var why) ->
          unlessTooOld(
              claim,
              new Verdict.Later(clock.instant().plus(retryAfter), why, claim.tries().failures()));
    };
  }

  private static Verdict unlessTooOld(Claim claim, Verdict verdict) {
    return verdict instanceof Verdict.Later(var at, var reason, var failures)
            && claim.tries().attempts() >= MOST_ATTEMPTS
        ? Verdict.refused("still not possible after " + MOST_ATTEMPTS + " tries: " + reason)
        : verdict;
  }

  private Verdict broken(Claim claim, Throwable failure) {
    var failures = claim.tries().failures() + 1;
    var parked = failures >= MOST_FAILURES;
    log.atError()
        .addKeyValue("inboxEvent", claim.id())
        .addKeyValue("signer", claim.vouchers().signer().text())
        .addKeyValue("failures", failures)
        .setCause(failure)
        .log(parked ? "an activity is parked, nobody can handle it" : "an activity failed");
    var wait = FIRST_WAIT.multipliedBy(1L << failures);
    return parked
        ? Verdict.parked(failure.toString())
        : new Verdict.Later(clock.instant().plus(wait), failure.toString(), failures);
  }

  /** The database is away, or has given up on this transaction for the sake of another. */
  static boolean isNobodysFault(Throwable failure) {
    return switch (failure) {
      case Problem problem -> problem.kind() == Problem.Kind.UNAVAILABLE;
      case PgException refused -> String.valueOf(refused.getSqlState()).startsWith("40");
      default -> false;
    };
  }
}

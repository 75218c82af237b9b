package social.kring.federation.receiving;

import io.vertx.pgclient.PgException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
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

  /**
   * @throws RuntimeException where it is nobody's fault, as when the database is away: they are as
   *     they were before they were taken up
   */
  void handle(List<Task> tasks) {
    try {
      handleAll(tasks);
    } catch (RuntimeException failure) {
      release(tasks, failure);
      throw failure;
    }
  }

  /** Where even that fails, they may be taken up again when their time is over. */
  private void release(List<Task> tasks, RuntimeException failure) {
    try {
      table.release(database, tasks.stream().map(Task::claim).toList(), clock.instant());
    } catch (RuntimeException stillAway) {
      failure.addSuppressed(stillAway);
    }
  }

  private void handleAll(List<Task> tasks) {
    try {
      inTransaction(tasks, this::handle);
    } catch (RuntimeException | StackOverflowError failure) {
      if (isNobodysFault(failure)) throw failure;
      inTransaction(tasks, this::handleAlone);
    }
  }

  private void inTransaction(List<Task> tasks, BiFunction<Task, Transaction, Verdict> verdict) {
    database.transaction(
        tx -> {
          var mine = table.lock(tx, tasks.stream().map(Task::claim).toList());
          var decisions = new ArrayList<Decision>();
          for (var task : tasks) {
            if (!mine.contains(task.claim().id())) continue;
            decisions.add(new Decision(task.claim(), verdict.apply(task, tx)));
          }
          table.mark(tx, decisions, clock.instant());
          return null;
        });
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
  private static boolean isNobodysFault(Throwable failure) {
    return switch (failure) {
      case Problem problem -> problem.kind() == Problem.Kind.UNAVAILABLE;
      case PgException refused -> String.valueOf(refused.getSqlState()).startsWith("40");
      default -> false;
    };
  }
}

package social.kring.federation.receiving;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.federation.receiving.Handling.Task;
import social.kring.federation.receiving.Preparation.Prepared;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.platform.workers.Worker;

/**
 * Hands stored activities to their handlers. What needs nothing from elsewhere is handled together;
 * what has to wait for a peer is handled by itself when that has answered, and delays nobody.
 */
public final class InboxWorker implements Worker {
  public static final String NAME = "inbox";

  private static final Logger log = LoggerFactory.getLogger(InboxWorker.class);
  private static final int MOST_AT_ONCE = 100;
  private static final int MOST_SLOW = 256;

  /** So long it waits for those that are slow, before it looks for new ones. */
  private static final Duration WHILE = Duration.ofMillis(100);

  /** Preparing waits for nobody elsewhere, or says that it does. */
  private static final Duration SETTLES = Duration.ofSeconds(2);

  /** Longer than all that may be fetched for one takes. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final InboxTable table;
  private final Preparation preparation;
  private final Handling handling;
  private final Database database;
  private final Clock clock;
  private final String process;

  /**
   * What is too much for one transaction is tried in smaller ones. Only the worker's own thread.
   */
  private int atOnce = MOST_AT_ONCE;

  private final Set<CompletableFuture<?>> slow = ConcurrentHashMap.newKeySet();

  InboxWorker(
      InboxTable table,
      Preparation preparation,
      Handling handling,
      Database database,
      Clock clock,
      String process) {
    this.table = table;
    this.preparation = preparation;
    this.handling = handling;
    this.database = database;
    this.clock = clock;
    this.process = process;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(1);
  }

  @Override
  public boolean work() {
    var most = Math.min(atOnce, MOST_SLOW - slow.size());
    return most > 0 && workOn(new Round(most)) || waitForSlow();
  }

  private boolean workOn(Round round) {
    try {
      var any = handle(round);
      atOnce = Math.min(MOST_AT_ONCE, atOnce * 2);
      return any;
    } catch (RuntimeException failure) {
      atOnce = Math.max(1, atOnce / 4);
      throw failure;
    }
  }

  private boolean handle(Round round) {
    try {
      return database.transaction(tx -> round.handle(tx, handling::handleTogether));
    } catch (RuntimeException | StackOverflowError failure) {
      if (Handling.isNobodysFault(failure)) throw failure;
      return database.transaction(tx -> round.handle(tx, handling::handleOneByOne));
    }
  }

  /** What is taken up at once, and prepared once, however often its transaction is tried. */
  private final class Round {
    private final int most;
    private final Map<Long, Begun> begun = new HashMap<>();

    private Round(int most) {
      this.most = most;
    }

    /**
     * @return whether there was anything to do
     */
    private boolean handle(Transaction tx, BiConsumer<List<Task>, Transaction> how) {
      var claims = table.take(tx, clock.instant(), most);
      if (claims.isEmpty()) return false;
      var preparing =
          claims.stream()
              .map(claim -> begun.computeIfAbsent(claim.id(), id -> begin(claim)))
              .toList();
      await(preparing.stream().map(Begun::settled).toList(), SETTLES);
      var parts = preparing.stream().collect(Collectors.partitioningBy(Begun::isReady));
      if (!parts.get(false).isEmpty()) leave(tx, parts.get(false));
      how.accept(parts.get(true).stream().map(each -> each.task().join()).toList(), tx);
      return true;
    }
  }

  /** They go on by themselves, under a lease. */
  private void leave(Transaction tx, List<Begun> waiting) {
    var terms = new InboxTable.Terms(process, clock.instant().plus(LEASE));
    table.lease(tx, waiting.stream().map(Begun::claim).toList(), terms);
    tx.afterCommit(() -> waiting.forEach(each -> handleLater(each.task())));
  }

  /**
   * A preparation that has begun.
   *
   * @param settled it is over, or waits for somebody elsewhere
   */
  private record Begun(Claim claim, CompletableFuture<Task> task, CompletableFuture<Void> settled) {
    boolean isReady() {
      return task.isDone();
    }
  }

  private Begun begin(Claim claim) {
    var begun = new Begun(claim, new CompletableFuture<>(), new CompletableFuture<>());
    Thread.startVirtualThread(() -> finish(begun));
    return begun;
  }

  private void finish(Begun begun) {
    try {
      var prepared = preparation.prepare(begun.claim(), () -> begun.settled().complete(null));
      begun.task().complete(new Task(begun.claim(), prepared));
    } catch (Throwable failure) {
      begun.task().complete(new Task(begun.claim(), new Prepared.Failed(failure)));
    } finally {
      begun.settled().complete(null);
    }
  }

  private void handleLater(CompletableFuture<Task> begun) {
    var handled = new CompletableFuture<Void>();
    slow.add(handled);
    begun.thenAcceptAsync(task -> handleAlone(task, handled), Thread::startVirtualThread);
  }

  /** If that fails, it is taken up again when its time is over. */
  private void handleAlone(Task task, CompletableFuture<Void> handled) {
    try {
      handling.handleLate(task);
    } catch (RuntimeException failure) {
      log.atWarn()
          .addKeyValue("inboxEvent", task.claim().id())
          .setCause(failure)
          .log("an activity waits for its next turn");
    } finally {
      slow.remove(handled);
      handled.complete(null);
    }
  }

  /**
   * @return whether there was anything to wait for
   */
  private boolean waitForSlow() {
    var underWay = List.copyOf(slow);
    if (underWay.isEmpty()) return false;
    try {
      CompletableFuture.anyOf(underWay.toArray(CompletableFuture[]::new))
          .get(WHILE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException notYet) {
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
    return true;
  }

  private static void await(List<? extends CompletableFuture<?>> all, Duration most) {
    try {
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
          .get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException notAll) {
      return;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}

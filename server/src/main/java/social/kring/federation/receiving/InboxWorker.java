package social.kring.federation.receiving;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.federation.receiving.Handling.Task;
import social.kring.federation.receiving.Preparation.Prepared;
import social.kring.platform.storage.Database;
import social.kring.platform.workers.Worker;

/**
 * Hands stored activities to their handlers. What needs nothing from elsewhere is handled together;
 * what has to wait for a peer is handled by itself when that has answered, and delays nobody.
 */
public final class InboxWorker implements Worker {
  public static final String NAME = "inbox";

  private static final Logger log = LoggerFactory.getLogger(InboxWorker.class);
  private static final int MOST_AT_ONCE = 32;
  private static final int MOST_SLOW = 256;

  /** So long it waits for those that are slow, before it looks for new ones. */
  private static final Duration WHILE = Duration.ofMillis(100);

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
    var claims = claim(Math.min(atOnce, MOST_SLOW - slow.size()));
    if (claims.isEmpty()) return waitForSlow();
    try {
      handleTogether(claims.stream().map(this::begin).toList());
      atOnce = Math.min(MOST_AT_ONCE, atOnce * 2);
      return true;
    } catch (RuntimeException failure) {
      atOnce = Math.max(1, atOnce / 4);
      throw failure;
    }
  }

  private List<Claim> claim(int most) {
    if (most <= 0) return List.of();
    var now = clock.instant();
    var terms = new InboxTable.Terms(process, now, now.plus(LEASE), most);
    return database.transaction(tx -> table.claim(tx, terms));
  }

  /**
   * A preparation that has begun.
   *
   * @param settled it is over, or waits for somebody elsewhere
   */
  private record Begun(CompletableFuture<Task> task, CompletableFuture<Void> settled) {}

  private Begun begin(Claim claim) {
    var begun = new Begun(new CompletableFuture<>(), new CompletableFuture<>());
    Thread.startVirtualThread(() -> finish(begun, claim));
    return begun;
  }

  private void finish(Begun begun, Claim claim) {
    try {
      var prepared = preparation.prepare(claim, () -> begun.settled().complete(null));
      begun.task().complete(new Task(claim, prepared));
    } catch (Throwable failure) {
      begun.task().complete(new Task(claim, new Prepared.Failed(failure)));
    } finally {
      begun.settled().complete(null);
    }
  }

  private void handleTogether(List<Begun> begun) {
    await(begun.stream().map(Begun::settled).toList(), LEASE);
    var ready = new ArrayList<Task>();
    for (var each : begun) {
      if (each.task().isDone()) ready.add(each.task().join());
      else handleLater(each.task());
    }
    if (!ready.isEmpty()) handling.handle(ready);
  }

  private void handleLater(CompletableFuture<Task> begun) {
    var handled = new CompletableFuture<Void>();
    slow.add(handled);
    begun.thenAcceptAsync(task -> handleAlone(task, handled), Thread::startVirtualThread);
  }

  /** If that fails, it is taken up again when its time is over. */
  private void handleAlone(Task task, CompletableFuture<Void> handled) {
    try {
      handling.handle(List.of(task));
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

package social.kring.federation.receiving;

import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;

/**
 * Stores activities, those that come at the same time in one commit: a commit waits for the disk,
 * however much is in it. Nobody is answered before that.
 */
final class Storing {
  private static final int MOST_WAITING = 1_000;
  private static final int MOST_AT_ONCE = 64;
  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

  private final InboxTable table;
  private final Database database;
  private final Runnable stored;
  private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicBoolean writing = new AtomicBoolean();

  private record Waiting(InboxEntry entry, Promise<Void> promise) {}

  /**
   * @param stored called after each commit
   */
  Storing(InboxTable table, Database database, Runnable stored) {
    this.table = table;
    this.database = database;
    this.stored = stored;
  }

  /**
   * Returns once the entry is durable.
   *
   * @throws Problem UNAVAILABLE where it cannot be
   */
  void store(InboxEntry entry) {
    var mine = new Waiting(entry, Promise.promise());
    if (!waiting.offer(mine)) {
      throw Problem.unavailable("Too much arrives here at once", TRY_AGAIN);
    }
    if (writing.compareAndSet(false, true)) Thread.startVirtualThread(this::writeAll);
    mine.promise().future().await();
  }

  private void writeAll() {
    do {
      try {
        for (var some = next(); !some.isEmpty(); some = next()) write(some);
      } finally {
        writing.set(false);
      }
      // Whoever came between the last look and that has found somebody writing.
    } while (!waiting.isEmpty() && writing.compareAndSet(false, true));
  }

  private List<Waiting> next() {
    var some = new ArrayList<Waiting>();
    waiting.drainTo(some, MOST_AT_ONCE);
    return some;
  }

  private void write(List<Waiting> some) {
    try {
      database.transaction(
          tx -> {
            table.insert(tx, some.stream().map(Waiting::entry).toList());
            return null;
          });
      some.forEach(each -> each.promise().complete());
      stored.run();
    } catch (Throwable failure) {
      some.forEach(each -> each.promise().tryFail(failure));
    }
  }
}

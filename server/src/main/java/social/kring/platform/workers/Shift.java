package social.kring.platform.workers;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.protocol.Problem;

/** One worker on its thread, from its first round to its last. */
final class Shift {
  private static final Logger log = LoggerFactory.getLogger(Shift.class);
  private static final Duration FIRST_REST = Duration.ofMillis(200);
  private static final int MOST_DOUBLINGS = 6;

  /** A database that comes back shall not be waited for any longer than it was away. */
  private static final int MOST_DOUBLINGS_WHILE_AWAY = 3;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Worker worker;
  private final Thread thread;

  /** A call that comes during a round counts for the rest that follows it. */
  private final Semaphore calls = new Semaphore(0);

  private volatile boolean ended;

  Shift(Worker worker) {
    this.worker = worker;
    this.thread = Thread.ofVirtual().name("kring-" + worker.name()).unstarted(this::run);
  }

  String name() {
    return worker.name();
  }

  void begin() {
    thread.start();
  }

  void wake() {
    if (calls.availablePermits() == 0) calls.release();
  }

  void end() {
    ended = true;
    wake();
  }

  /** Waits for the running round; one that takes too long is interrupted. */
  void join() {
    try {
      if (thread.join(PATIENCE)) return;
      log.atWarn().addKeyValue("worker", name()).log("a worker does not end, interrupting it");
      thread.interrupt();
      thread.join(PATIENCE);
    } catch (InterruptedException hurried) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    var failures = 0;
    try {
      while (!ended) {
        calls.drainPermits();
        failures = round(failures);
      }
    } catch (InterruptedException toldToStop) {
      log.atInfo().addKeyValue("worker", name()).log("a worker was interrupted");
    }
  }

  /**
   * @return how many rounds in a row have failed
   */
  private int round(int failures) throws InterruptedException {
    try {
      if (!worker.work()) restUntilCalled();
      return 0;
    } catch (RuntimeException | StackOverflowError failure) {
      return restAfter(failure, failures);
    }
  }

  private void restUntilCalled() throws InterruptedException {
    if (!ended && calls.tryAcquire(worker.pause().toNanos(), TimeUnit.NANOSECONDS)) {
      calls.drainPermits();
    }
  }

  /** Calls do not shorten this rest, or a busy node would hammer what is broken. */
  private int restAfter(Throwable failure, int failures) throws InterruptedException {
    var away = failure instanceof Problem problem && problem.kind() == Problem.Kind.UNAVAILABLE;
    var doublings = Math.min(failures, away ? MOST_DOUBLINGS_WHILE_AWAY : MOST_DOUBLINGS);
    var rest = FIRST_REST.multipliedBy(1L << doublings);
    // Dozens of workers would say it several times a second.
    if (!away || failures == 0) tell(failure, failures, rest);
    for (var until = System.nanoTime() + rest.toNanos(); !ended; ) {
      var left = until - System.nanoTime();
      if (left <= 0 || !calls.tryAcquire(left, TimeUnit.NANOSECONDS)) break;
    }
    return failures + 1;
  }

  private void tell(Throwable failure, int failures, Duration rest) {
    log.atError()
        .addKeyValue("worker", name())
        .addKeyValue("failures", failures + 1)
        .addKeyValue("retryInMillis", rest.toMillis())
        .setCause(failure)
        .log("a worker's round failed");
  }
}

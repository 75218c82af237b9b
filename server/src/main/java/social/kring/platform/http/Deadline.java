package social.kring.platform.http;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A moment by which all steps of an exchange, or of several, together must be done. */
public final class Deadline {
  private final long at;

  private Deadline(long at) {
    this.at = at;
  }

  /** Measured by the machine's steady clock, which nobody sets. */
  public static Deadline in(Duration total) {
    return new Deadline(System.nanoTime() + total.toNanos());
  }

  /**
   * Waits for a step; not beyond this moment.
   *
   * <p>The future fails in time, rather than the wait for it: who gave up waiting in Vert.x 5.0
   * would be woken by the late answer all the same, and nothing else would run on that verticle
   * again.
   */
  public <T> T await(Future<T> step) throws TimeoutException {
    return step.timeout(Math.max(1, remainingMillis()), TimeUnit.MILLISECONDS).await();
  }

  long remainingMillis() {
    return TimeUnit.NANOSECONDS.toMillis(at - System.nanoTime());
  }
}

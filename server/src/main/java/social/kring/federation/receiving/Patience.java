package social.kring.federation.receiving;

import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import social.kring.platform.http.Deadline;
import social.kring.protocol.Problem;

/** Waits for others only so long. What takes longer goes on, for the next who asks. */
final class Patience {
  private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

  private final Duration limit;

  Patience(Duration limit) {
    this.limit = limit;
  }

  /**
   * @throws Problem UNAVAILABLE where it takes too long, and that of the work
   */
  <T> T wait(Supplier<T> work) {
    var promise = Promise.<T>promise();
    Thread.startVirtualThread(() -> finish(promise, work));
    try {
      return Deadline.in(limit).await(promise.future());
    } catch (TimeoutException tooLong) {
      throw Problem.unavailable(
          "It takes longer than " + limit.toMillis() + " ms to ask others", TRY_AGAIN);
    }
  }

  private static <T> void finish(Promise<T> promise, Supplier<T> work) {
    try {
      promise.complete(work.get());
    } catch (Throwable failure) {
      promise.fail(failure);
    }
  }
}

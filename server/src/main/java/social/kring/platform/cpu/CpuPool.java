package social.kring.platform.cpu;

import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import social.kring.protocol.Problem;

/**
 * As many threads as there are cores, for work that never waits. Virtual threads that computed
 * would keep their carriers from all who only want to read.
 */
public final class CpuPool implements AutoCloseable {
  private static final int MOST_WAITING = 10_000;
  private static final Duration TRY_AGAIN = Duration.ofSeconds(2);

  private final ThreadPoolExecutor threads;

  public CpuPool(int cores) {
    threads =
        new ThreadPoolExecutor(
            cores,
            cores,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("kring-cpu-", 0).daemon().factory());
  }

  /**
   * Does the work there and waits for it here, as for a future of Vert.x, so that the verticle goes
   * on with other requests meanwhile.
   *
   * @throws Problem UNAVAILABLE where too much waits already
   */
  public <T> T compute(Callable<T> work) {
    var result = Promise.<T>promise();
    try {
      threads.execute(() -> complete(result, work));
    } catch (RejectedExecutionException full) {
      throw Problem.unavailable("Too much is being computed", TRY_AGAIN);
    }
    try {
      return result.future().await();
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception checked) {
      throw new IllegalStateException(checked);
    }
  }

  private static <T> void complete(Promise<T> result, Callable<T> work) {
    try {
      result.complete(work.call());
    } catch (Throwable failure) {
      result.fail(failure);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

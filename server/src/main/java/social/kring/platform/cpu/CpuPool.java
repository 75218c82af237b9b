package social.kring.platform.cpu;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
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
   * Does the work there and waits for it here.
   *
   * @throws Problem UNAVAILABLE where too much waits already
   */
  public <T> T compute(Callable<T> work) {
    try {
      return threads.submit(work).get();
    } catch (RejectedExecutionException full) {
      throw Problem.unavailable("Too much is being computed", TRY_AGAIN);
    } catch (ExecutionException failure) {
      throw unwrapped(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Problem.unavailable("The node is stopping", TRY_AGAIN);
    }
  }

  private static RuntimeException unwrapped(ExecutionException failure) {
    return switch (failure.getCause()) {
      case RuntimeException unchecked -> unchecked;
      case Error fatal -> throw fatal;
      case null, default -> new IllegalStateException(failure.getCause());
    };
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

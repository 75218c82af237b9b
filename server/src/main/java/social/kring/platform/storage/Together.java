package social.kring.platform.storage;

import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import social.kring.protocol.Problem;

/**
 * Does at once what many want done at the same moment: while one round is with the database, the
 * next one gathers. Who comes alone does not wait for others.
 */
public final class Together<Q, A> {
  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

  private final int mostAtOnce;
  private final Function<List<Q>, List<A>> work;
  private final BlockingQueue<Waiting<Q, A>> waiting;
  private final AtomicBoolean working = new AtomicBoolean();

  private record Waiting<Q, A>(Q wish, Promise<A> promise) {}

  /**
   * @param work what comes of each, in their order; what it throws, all of them get
   */
  public Together(int mostWaiting, int mostAtOnce, Function<List<Q>, List<A>> work) {
    this.mostAtOnce = mostAtOnce;
    this.work = work;
    this.waiting = new ArrayBlockingQueue<>(mostWaiting);
  }

  /**
   * Returns once it is done.
   *
   * @throws Problem UNAVAILABLE where too many wait
   */
  public A get(Q wish) {
    var mine = new Waiting<Q, A>(wish, Promise.promise());
    if (!waiting.offer(mine)) {
      throw Problem.unavailable("Too much arrives here at once", TRY_AGAIN);
    }
    if (working.compareAndSet(false, true)) Thread.startVirtualThread(this::workOff);
    return mine.promise().future().await();
  }

  private void workOff() {
    do {
      try {
        for (var some = next(); !some.isEmpty(); some = next()) work(some);
      } finally {
        working.set(false);
      }
      // Whoever came between the last look and that has found somebody at work.
    } while (!waiting.isEmpty() && working.compareAndSet(false, true));
  }

  private List<Waiting<Q, A>> next() {
    var some = new ArrayList<Waiting<Q, A>>();
    waiting.drainTo(some, mostAtOnce);
    return some;
  }

  private void work(List<Waiting<Q, A>> some) {
    try {
      var done = work.apply(some.stream().map(Waiting::wish).toList());
      for (var i = 0; i < some.size(); i++) some.get(i).promise().complete(done.get(i));
    } catch (Throwable failure) {
      some.forEach(each -> each.promise().tryFail(failure));
    }
  }
}

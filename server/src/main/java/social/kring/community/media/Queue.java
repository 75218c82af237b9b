package social.kring.community.media;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import social.kring.protocol.Problem;

/** Work that is done one after the other, since each needs much memory for a moment. */
final class Queue {
  private static final int LONGEST = 50;
  private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

  private final AtomicReference<Future<Void>> last =
      new AtomicReference<>(Future.succeededFuture());
  private final AtomicInteger length = new AtomicInteger();

  /**
   * @throws Problem UNAVAILABLE where too many wait already
   */
  <T> T inTurn(Supplier<T> work) {
    if (length.incrementAndGet() > LONGEST) {
      length.decrementAndGet();
      throw Problem.unavailable("Too many pictures are being drawn", TRY_AGAIN);
    }
    var mine = Promise.<Void>promise();
    var before = last.getAndSet(mine.future());
    try {
      before.await();
      return work.get();
    } finally {
      length.decrementAndGet();
      mine.complete();
    }
  }
}

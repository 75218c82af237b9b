package social.kring.platform.storage;

import io.netty.util.HashedWheelTimer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets answers of the database fail that do not come in time.
 *
 * <p>The future fails, rather than the wait for it: who gave up waiting in Vert.x 5.0 would be
 * woken by the late answer all the same, and nothing else would run on that verticle again. One
 * coarse wheel turns for all of them, since nearly all answers come, and a timer of its own for
 * each would wake an event loop twice.
 */
final class Patience implements AutoCloseable {

  /** For a connection, and then for the statement, which PostgreSQL ends after five seconds. */
  private static final Duration MOST = Duration.ofSeconds(15);

  private static final Duration TICK = Duration.ofMillis(500);

  private final Duration most;

  private final HashedWheelTimer wheel =
      new HashedWheelTimer(
          Thread.ofPlatform().name("kring-database-patience").daemon().factory(),
          TICK.toMillis(),
          TimeUnit.MILLISECONDS,
          64);

  Patience() {
    this(MOST);
  }

  Patience(Duration most) {
    this.most = most;
  }

  <T> Future<T> limit(Future<T> answer) {
    if (answer.isComplete()) return answer;
    var limited = Promise.<T>promise();
    var end =
        wheel.newTimeout(
            late -> limited.tryFail(new TimeoutException("no answer from the database")),
            most.toMillis(),
            TimeUnit.MILLISECONDS);
    answer.onComplete(
        came -> {
          end.cancel();
          if (came.succeeded()) limited.tryComplete(came.result());
          else limited.tryFail(came.cause());
        });
    return limited.future();
  }

  @Override
  public void close() {
    wheel.stop();
  }
}

package social.kring.faults;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** How a host answers what is delivered to it. */
@FunctionalInterface
interface Manners {
  Reply next();

  /**
   * What is answered to one delivery.
   *
   * @param status 0 where it is nothing that could be understood
   */
  record Reply(int status, Consumer<HttpServerRequest> saying) {
    static Reply of(int status) {
      return new Reply(status, request -> request.response().setStatusCode(status).end());
    }
  }

  static Manners says(int status) {
    return () -> Reply.of(status);
  }

  static Manners hangsUp() {
    return () -> new Reply(0, request -> request.connection().close());
  }

  /** Says good things, a byte a second, without end. */
  static Manners drips() {
    return () ->
        new Reply(
            0,
            request -> {
              request.response().setChunked(true).setStatusCode(202);
              drip(request);
            });
  }

  private static void drip(HttpServerRequest request) {
    if (request.response().closed()) return;
    request.response().write(Buffer.buffer("."));
    Vertx.currentContext().owner().setTimer(1_000, id -> drip(request));
  }

  /** Asks to be left alone for so many seconds. */
  static Manners isBusy(int seconds) {
    return () ->
        new Reply(
            429,
            request ->
                request
                    .response()
                    .setStatusCode(429)
                    .putHeader("Retry-After", Integer.toString(seconds))
                    .end());
  }

  /** Answers 503 to a share of what comes, whatever it is. */
  static Manners isMoody(RandomGenerator random, double share) {
    return () -> Reply.of(random.nextDouble() < share ? 503 : 202);
  }

  /** Takes everything, and its time; remembers how many came at once. */
  record Dawdles(Duration time, AtomicInteger atOnce, AtomicInteger most) implements Manners {
    Dawdles(Duration time) {
      this(time, new AtomicInteger(), new AtomicInteger());
    }

    @Override
    public Reply next() {
      return new Reply(202, this::answerLater);
    }

    private void answerLater(HttpServerRequest request) {
      most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
      Vertx.currentContext().owner().setTimer(time.toMillis(), id -> answer(request));
    }

    private void answer(HttpServerRequest request) {
      atOnce.decrementAndGet();
      request.response().setStatusCode(202).end();
    }
  }
}

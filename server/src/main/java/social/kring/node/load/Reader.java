package social.kring.node.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.function.BooleanSupplier;

/** Asks for the same over and over on one connection, each time when the answer has come. */
final class Reader {
  private final NetSocket socket;
  private final Buffer request;
  private final Figures figures;
  private final BooleanSupplier over;
  private final Promise<Void> done = Promise.promise();
  private final Answers answers = new Answers();
  private long begun;

  Reader(NetSocket socket, Buffer request, Figures figures, BooleanSupplier over) {
    this.socket = socket;
    this.request = request;
    this.figures = figures;
    this.over = over;
  }

  /** Runs until it is over or the node hangs up. */
  Future<Void> begin() {
    socket.handler(this::take);
    socket.exceptionHandler(failure -> socket.close());
    socket.closeHandler(closed -> hungUp());
    ask();
    return done.future();
  }

  private void ask() {
    begun = System.nanoTime();
    socket.write(request);
  }

  private void take(Buffer bytes) {
    try {
      var status = answers.take(bytes);
      if (status != 0) answered(status);
    } catch (RuntimeException unreadable) {
      socket.close();
    }
  }

  private void answered(int status) {
    figures.answered(status, System.nanoTime() - begun);
    if (over.getAsBoolean()) end();
    else ask();
  }

  private void end() {
    done.tryComplete();
    socket.close();
  }

  private void hungUp() {
    if (done.tryComplete()) figures.failed();
  }
}

package social.kring.node.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Reads on some connections at once; of several requests, each connection has its own. */
final class ReadLoad {
  /** For answers that are still awaited when the time is over. */
  private static final int GRACE = 10;

  private final Vertx vertx;
  private final SocketAddress place;
  private final List<Buffer> requests;

  ReadLoad(Vertx vertx, SocketAddress place, List<Buffer> requests) {
    this.vertx = vertx;
    this.place = place;
    this.requests = List.copyOf(requests);
  }

  Figures run(int connections, Duration time) throws InterruptedException {
    var figures = new Figures();
    var over = new AtomicBoolean();
    var client = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
    var readers = new ArrayList<Future<Void>>();
    for (var i = 0; i < connections; i++) {
      var request = requests.get(i % requests.size());
      readers.add(
          client
              .connect(place)
              .compose(socket -> new Reader(socket, request, figures, over::get).begin()));
    }
    Thread.sleep(time);
    over.set(true);
    Future.join(readers).timeout(GRACE, TimeUnit.SECONDS).transform(all -> client.close()).await();
    return figures;
  }
}

package social.kring.node.load;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Reads one address over and over on some connections. */
final class ReadLoad {
  private final HttpClient client;
  private final RequestOptions request;

  ReadLoad(HttpClient client, RequestOptions request) {
    this.client = client;
    this.request = request;
  }

  Figures run(int connections, Duration time) throws InterruptedException {
    var figures = new Figures();
    var over = new AtomicBoolean();
    var loops = new ArrayList<Future<Void>>();
    for (var i = 0; i < connections; i++) loops.add(loop(figures, over));
    Thread.sleep(time);
    over.set(true);
    Future.join(loops).await();
    return figures;
  }

  private Future<Void> loop(Figures figures, AtomicBoolean over) {
    if (over.get()) return Future.succeededFuture();
    var begin = System.nanoTime();
    return client
        .request(request)
        .compose(opened -> opened.send())
        .compose(response -> response.end().map(response.statusCode()))
        .onSuccess(status -> figures.answered(status, System.nanoTime() - begin))
        .onFailure(failure -> figures.failed())
        .transform(done -> loop(figures, over));
  }
}

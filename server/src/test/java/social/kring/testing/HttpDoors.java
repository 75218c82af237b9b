package social.kring.testing;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import social.kring.door.Door;
import social.kring.door.FrontDoor;
import social.kring.platform.domains.Domain;
import social.kring.platform.http.StrictHttp;

/** Doors of a town on a loopback port of their own, as a node serves them. */
public final class HttpDoors implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final int port;

  /**
   * @param watching sees the router of the node once all doors are mounted
   */
  public HttpDoors(Town town, Consumer<Router> watching, Door... doors) {
    var front = new FrontDoor(town.domains(), router -> {}, List.of(doors));
    port = serve(front, watching);
    town.change(tx -> town.domains().add(tx, new Domain("http", "localhost:" + port)));
  }

  private int serve(FrontDoor front, Consumer<Router> watching) {
    var bound = new AtomicInteger();
    var verticle =
        new VerticleBase() {
          @Override
          public Future<?> start() {
            var router = front.router(vertx);
            watching.accept(router);
            var options = StrictHttp.options();
            var server = vertx.createHttpServer(options);
            StrictHttp.guard(server, options);
            return server
                .requestHandler(router)
                .listen(0, "localhost")
                .onSuccess(listening -> bound.set(listening.actualPort()));
          }
        };
    vertx
        .deployVerticle(
            verticle, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .await();
    return bound.get();
  }

  public String address() {
    return "http://localhost:" + port;
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}

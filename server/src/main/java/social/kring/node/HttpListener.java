package social.kring.node;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import social.kring.platform.http.StrictHttp;
import social.kring.protocol.Problem;

/**
 * Listens on one address, with several instances of the same router: one alone would run one task
 * at a time.
 */
final class HttpListener implements AutoCloseable {
  /** For requests that are under way when the node stops; others are sent again. */
  private static final int SECONDS_TO_FINISH = 1;

  private final Vertx vertx;
  private final ListenAddress address;
  private final AtomicInteger port = new AtomicInteger();
  private String deployment;

  private HttpListener(Vertx vertx, ListenAddress address) {
    this.vertx = vertx;
    this.address = address;
  }

  /**
   * @param setting named in what is said where the address cannot be had
   * @throws Problem CONFLICT where the address cannot be had
   */
  static HttpListener listen(
      Vertx vertx, ListenAddress address, Setting setting, Function<Vertx, Router> router) {
    var listener = new HttpListener(vertx, address);
    var options =
        new DeploymentOptions()
            .setThreadingModel(ThreadingModel.VIRTUAL_THREAD)
            .setInstances(Math.max(2, Runtime.getRuntime().availableProcessors()));
    try {
      listener.deployment =
          vertx.deployVerticle(() -> listener.new Instance(router), options).await();
    } catch (RuntimeException mistake) {
      throw mistake;
    } catch (Exception taken) {
      throw new Problem(
          Problem.Kind.CONFLICT,
          "%s cannot be listened on (%s); set %s to another address"
              .formatted(address, taken.getMessage(), setting.variable()),
          taken);
    }
    return listener;
  }

  /** The one that the system chose, where it was left to it. */
  int port() {
    return port.get();
  }

  @Override
  public void close() {
    vertx.undeploy(deployment).await();
  }

  private final class Instance extends VerticleBase {
    private final Function<Vertx, Router> router;
    private HttpServer server;

    private Instance(Function<Vertx, Router> router) {
      this.router = router;
    }

    @Override
    public Future<HttpServer> start() {
      var options = StrictHttp.options();
      server = vertx.createHttpServer(options).requestHandler(router.apply(vertx));
      StrictHttp.guard(server, options);
      return server
          .listen(address.port(), address.host())
          .onSuccess(listening -> port.set(listening.actualPort()));
    }

    /** Takes no more requests, and lets those that are under way finish. */
    @Override
    public Future<Void> stop() {
      return server.shutdown(SECONDS_TO_FINISH, TimeUnit.SECONDS);
    }
  }
}

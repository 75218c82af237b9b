package social.kring.testing;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.metrics.MetricsOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.VertxMetricsFactory;
import io.vertx.core.spi.metrics.ClientMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import java.util.concurrent.atomic.AtomicLong;

/** Counts every statement that goes to the database, whoever sends it. */
public final class CountedStatements implements VertxMetricsFactory {
  private final AtomicLong count = new AtomicLong();

  /** One whose statements are counted. */
  Vertx vertx() {
    var options = new VertxOptions().setMetricsOptions(new MetricsOptions().setEnabled(true));
    return Vertx.builder().with(options).withMetrics(this).build();
  }

  /** Since the beginning. */
  public long count() {
    return count.get();
  }

  @Override
  public VertxMetrics metrics(VertxOptions options) {
    return new VertxMetrics() {
      @Override
      public ClientMetrics<?, ?, ?> createClientMetrics(
          SocketAddress remote, String type, String namespace) {
        return type.equals("sql") ? statements() : null;
      }
    };
  }

  private ClientMetrics<Object, Object, Object> statements() {
    return new ClientMetrics<>() {
      @Override
      public Object requestBegin(String uri, Object request) {
        count.incrementAndGet();
        return request;
      }
    };
  }
}

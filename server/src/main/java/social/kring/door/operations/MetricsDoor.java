package social.kring.door.operations;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import social.kring.door.Door;
import social.kring.platform.events.EventDispatch;
import social.kring.platform.events.EventLag;
import social.kring.platform.storage.Queries;

/** What is measured, in the form that Prometheus reads. */
public final class MetricsDoor implements Door {
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry;
  private final EventDispatch events;
  private final Queries queries;
  private final MultiGauge behind;
  private final MultiGauge age;

  public MetricsDoor(PrometheusMeterRegistry registry, EventDispatch events, Queries queries) {
    this.registry = registry;
    this.events = events;
    this.queries = queries;
    this.behind =
        MultiGauge.builder("kring.event.lag")
            .description("Events that a consumer has not passed")
            .register(registry);
    this.age =
        MultiGauge.builder("kring.event.lag.seconds")
            .description("Age of the first event that a consumer has not passed")
            .register(registry);
  }

  @Override
  public void mount(Router router) {
    router.get("/metrics").handler(this::show);
  }

  private void show(RoutingContext context) {
    var lags = events.lags(queries);
    behind.register(rows(lags, EventLag::events), true);
    age.register(rows(lags, lag -> lag.age().toMillis() / 1_000.0), true);
    context.response().putHeader("Content-Type", TYPE).end(registry.scrape()).await();
  }

  private static List<MultiGauge.Row<?>> rows(
      List<EventLag> lags, ToDoubleFunction<EventLag> value) {
    return lags.stream()
        .map(
            lag -> MultiGauge.Row.of(Tags.of("consumer", lag.consumer()), value.applyAsDouble(lag)))
        .collect(Collectors.toList());
  }
}

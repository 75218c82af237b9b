package social.kring.door.operations;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import social.kring.door.Door;
import social.kring.platform.events.EventLag;
import social.kring.platform.workers.QueueDepth;

/** What is measured, in the form that Prometheus reads. */
public final class MetricsDoor implements Door {
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry;
  private final Supplier<Backlog> backlog;
  private final List<Row<EventLag>> ofConsumers;
  private final List<Row<QueueDepth>> ofQueues;

  /** One number of each of several like things. */
  private record Row<T>(MultiGauge gauge, Function<T, Tags> name, ToDoubleFunction<T> value) {

    void show(List<T> all) {
      gauge.register(
          all.stream()
              .map(each -> MultiGauge.Row.of(name.apply(each), value.applyAsDouble(each)))
              .collect(Collectors.toList()),
          true);
    }
  }

  /**
   * @param backlog what waits now
   */
  public MetricsDoor(PrometheusMeterRegistry registry, Supplier<Backlog> backlog) {
    this.registry = registry;
    this.backlog = backlog;
    this.ofConsumers =
        List.of(
            ofConsumer("kring.event.lag", "Events not passed yet", EventLag::events),
            ofConsumer(
                "kring.event.lag.seconds",
                "Age of the first event not passed yet",
                lag -> seconds(lag.age())));
    this.ofQueues =
        List.of(
            ofQueue("kring.queue.waiting", "What waits, up to 100,000", QueueDepth::waiting),
            ofQueue("kring.queue.parked", "What was given up", QueueDepth::parked),
            ofQueue(
                "kring.queue.overdue.seconds",
                "For how long what is due first has been due",
                depth -> seconds(depth.overdue())));
  }

  private Row<EventLag> ofConsumer(
      String name, String description, ToDoubleFunction<EventLag> value) {
    return new Row<>(
        gauge(name, description + ", of a consumer"),
        lag -> Tags.of("consumer", lag.consumer()),
        value);
  }

  private Row<QueueDepth> ofQueue(
      String name, String description, ToDoubleFunction<QueueDepth> value) {
    return new Row<>(
        gauge(name, description + ", of a queue"), depth -> Tags.of("queue", depth.queue()), value);
  }

  private MultiGauge gauge(String name, String description) {
    return MultiGauge.builder(name).description(description).register(registry);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1_000.0;
  }

  @Override
  public void mount(Router router) {
    router.get("/metrics").handler(this::show);
  }

  private void show(RoutingContext context) {
    var now = backlog.get();
    ofConsumers.forEach(row -> row.show(now.lags()));
    ofQueues.forEach(row -> row.show(now.queues()));
    context.response().putHeader("Content-Type", TYPE).end(registry.scrape()).await();
  }
}

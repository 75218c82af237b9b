package social.kring.node;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What is measured: requests, connections to the database, memory. */
final class Metrics {
  private static final Set<MetricsDomain> WANTED =
      EnumSet.of(MetricsDomain.HTTP_SERVER, MetricsDomain.NAMED_POOLS);

  private Metrics() {}

  static PrometheusMeterRegistry registry(Resources resources) {
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    resources.add(gc(registry));
    new ProcessorMetrics().bindTo(registry);
    return registry;
  }

  private static JvmGcMetrics gc(PrometheusMeterRegistry registry) {
    var gc = new JvmGcMetrics();
    gc.bindTo(registry);
    return gc;
  }

  static Vertx measured(PrometheusMeterRegistry registry) {
    return Vertx.builder()
        .with(new VertxOptions().setMetricsOptions(options()))
        .withMetrics(new MicrometerMetricsFactory(registry))
        .build();
  }

  /** Labels that anybody could fill with words of their own, as methods and paths, are left out. */
  private static MicrometerMetricsOptions options() {
    return new MicrometerMetricsOptions()
        .setEnabled(true)
        .setLabels(EnumSet.of(Label.HTTP_CODE, Label.POOL_NAME, Label.POOL_TYPE))
        .setDisabledMetricsCategories(
            EnumSet.complementOf(EnumSet.copyOf(WANTED)).stream()
                .map(MetricsDomain::toCategory)
                .collect(Collectors.toSet()));
  }
}

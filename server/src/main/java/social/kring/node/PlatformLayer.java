package social.kring.node;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import social.kring.platform.cpu.CpuPool;
import social.kring.platform.domains.Domains;
import social.kring.platform.events.Happening;
import social.kring.platform.http.NameLookup;
import social.kring.platform.http.SystemNames;
import social.kring.platform.storage.Database;

/** What all else stands on. */
public record PlatformLayer(
    Vertx vertx,
    Storage storage,
    Domains domains,
    CpuPool cpu,
    Instruments instruments,
    Happenings happenings,
    Optional<PrometheusMeterRegistry> meters) {

  /**
   * For the node, which alone uses its data directory.
   *
   * @param listener hears what happens in this process
   * @param names finds the addresses of peers
   */
  static PlatformLayer open(
      Settings settings,
      Resources resources,
      Consumer<Happening> listener,
      Function<Vertx, NameLookup> names) {
    var meters = settings.listening().operations().map(address -> Metrics.registry(resources));
    var vertx = closing(meters.map(Metrics::measured).orElseGet(Vertx::vertx), resources);
    var storage = new NodeDatabase(vertx, settings, resources).open();
    var instruments = Instruments.ofThisMachine(names.apply(vertx));
    return new Wiring(settings, resources, vertx, storage, instruments).layer(listener, meters);
  }

  /** For a command, which works on the database of a node that may be running. */
  static PlatformLayer join(Settings settings, Resources resources) {
    var vertx = closing(Vertx.vertx(), resources);
    var storage = new NodeDatabase(vertx, settings, resources).join();
    var instruments = Instruments.ofThisMachine(new SystemNames(vertx));
    return new Wiring(settings, resources, vertx, storage, instruments)
        .layer(happening -> {}, Optional.empty());
  }

  private static Vertx closing(Vertx vertx, Resources resources) {
    resources.add(() -> vertx.close().await());
    return vertx;
  }

  private record Wiring(
      Settings settings,
      Resources resources,
      Vertx vertx,
      Storage storage,
      Instruments instruments) {

    PlatformLayer layer(Consumer<Happening> listener, Optional<PrometheusMeterRegistry> meters) {
      var cores = Runtime.getRuntime().availableProcessors();
      return new PlatformLayer(
          vertx,
          storage,
          Domains.open(storage.database(), settings.domain()),
          resources.add(new CpuPool(cores)),
          instruments,
          Happenings.with(instruments, listener, resources),
          meters);
    }
  }

  /** The connections that nearly everything uses. */
  Database database() {
    return storage.database();
  }
}

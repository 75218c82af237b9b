package social.kring.node;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import social.kring.platform.alarms.Alarms;
import social.kring.platform.cpu.CpuPool;
import social.kring.platform.disk.DiskRoom;
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
    Watching watching) {

  /**
   * For the node, which alone uses its data directory.
   *
   * @param listener hears what happens in this process
   * @param names finds the addresses of peers
   * @param cryptography needed when this returns
   */
  static PlatformLayer open(
      Settings settings,
      Resources resources,
      Consumer<Happening> listener,
      Function<Vertx, NameLookup> names,
      Beside<String> cryptography) {
    var database = NodeDatabase.begin(settings, resources);
    var meters = settings.listening().operations().map(address -> Metrics.registry(resources));
    var vertx = closing(meters.map(Metrics::measured).orElseGet(Vertx::vertx), resources);
    var storage = database.open(vertx);
    cryptography.await();
    var instruments = Instruments.ofThisMachine(names.apply(vertx));
    return new Wiring(settings, resources, vertx, storage, instruments).layer(listener, meters);
  }

  /** For a command, which works on the database of a node that may be running. */
  static PlatformLayer join(Settings settings, Resources resources) {
    var vertx = closing(Vertx.vertx(), resources);
    var storage = NodeDatabase.join(settings, resources).open(vertx);
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
      var alarms = new Alarms(instruments.clock());
      var room = new DiskRoom(storage.directory().path(), alarms);
      return new PlatformLayer(
          vertx,
          storage,
          Domains.open(storage.database(), settings.domain()),
          resources.add(new CpuPool(cores)),
          instruments,
          Happenings.with(instruments, listener, resources),
          new Watching(alarms, room, meters));
    }
  }

  /** The connections that nearly everything uses. */
  Database database() {
    return storage.database();
  }
}

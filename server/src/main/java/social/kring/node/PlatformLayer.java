package social.kring.node;

import io.vertx.core.Vertx;
import java.util.function.Consumer;
import social.kring.platform.cpu.CpuPool;
import social.kring.platform.domains.Domains;
import social.kring.platform.events.Happening;
import social.kring.platform.storage.Database;

/** What all else stands on. */
public record PlatformLayer(
    Vertx vertx,
    Storage storage,
    Domains domains,
    CpuPool cpu,
    Instruments instruments,
    Happenings happenings) {

  /**
   * For the node, which alone uses its data directory.
   *
   * @param listener hears what happens in this process
   */
  static PlatformLayer open(Settings settings, Resources resources, Consumer<Happening> listener) {
    var vertx = vertx(resources);
    var storage = new NodeDatabase(settings.storage(), resources).open(vertx);
    return on(vertx, storage, settings, resources, listener);
  }

  /** For a command, which works on the database of a node that may be running. */
  static PlatformLayer join(Settings settings, Resources resources) {
    var vertx = vertx(resources);
    var storage = new NodeDatabase(settings.storage(), resources).join(vertx);
    return on(vertx, storage, settings, resources, happening -> {});
  }

  private static PlatformLayer on(
      Vertx vertx,
      Storage storage,
      Settings settings,
      Resources resources,
      Consumer<Happening> listener) {
    var cores = Runtime.getRuntime().availableProcessors();
    var instruments = Instruments.ofThisMachine();
    return new PlatformLayer(
        vertx,
        storage,
        Domains.open(storage.database(), settings.domain()),
        resources.add(new CpuPool(cores)),
        instruments,
        Happenings.with(instruments, listener, resources));
  }

  private static Vertx vertx(Resources resources) {
    var vertx = Vertx.vertx();
    resources.add(() -> vertx.close().await());
    return vertx;
  }

  /** The connections that nearly everything uses. */
  Database database() {
    return storage.database();
  }
}

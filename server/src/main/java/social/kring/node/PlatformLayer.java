package social.kring.node;

import io.vertx.core.Vertx;
import social.kring.platform.cpu.CpuPool;
import social.kring.platform.domains.Domains;
import social.kring.platform.storage.Database;

/** What all else stands on. */
public record PlatformLayer(
    Vertx vertx,
    DataDirectory directory,
    Database database,
    Domains domains,
    CpuPool cpu,
    Instruments instruments,
    Happenings happenings) {
  private static final int CONNECTIONS = 20;

  /** For the node, which alone uses its data directory. */
  static PlatformLayer open(Settings settings, Resources resources) {
    var vertx = vertx(resources);
    var database = new NodeDatabase(settings.storage(), resources).open(vertx, CONNECTIONS);
    return on(vertx, database, settings, resources);
  }

  /** For a command, which works on the database of a node that may be running. */
  static PlatformLayer join(Settings settings, Resources resources) {
    var vertx = vertx(resources);
    var database = new NodeDatabase(settings.storage(), resources).join(vertx);
    return on(vertx, database, settings, resources);
  }

  private static PlatformLayer on(
      Vertx vertx, Database database, Settings settings, Resources resources) {
    var cores = Runtime.getRuntime().availableProcessors();
    var instruments = Instruments.ofThisMachine();
    return new PlatformLayer(
        vertx,
        new DataDirectory(settings.storage().dataDirectory()),
        database,
        Domains.open(database, settings.domain()),
        resources.add(new CpuPool(cores)),
        instruments,
        Happenings.with(instruments, resources));
  }

  private static Vertx vertx(Resources resources) {
    var vertx = Vertx.vertx();
    resources.add(() -> vertx.close().await());
    return vertx;
  }
}

package social.kring.node;

import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.util.Map;
import social.kring.platform.storage.embedded.EmbeddedPostgres;
import social.kring.protocol.Problem;

/** The PostgreSQL of a node: the operator's, or one of its own in the data directory. */
final class NodePostgres {
  /** PostgreSQL's own defaults, but for a small machine that it shares with the node. */
  private static final Map<String, String> CONFIGURATION =
      Map.of("max_connections", "60", "shared_buffers", "128MB", "jit", "off");

  private final Settings.Storage settings;
  private final DataDirectory directory;
  private final Resources resources;

  NodePostgres(Settings.Storage settings, Resources resources) {
    this.settings = settings;
    this.directory = new DataDirectory(settings.dataDirectory());
    this.resources = resources;
  }

  /**
   * Where it is.
   *
   * @param alone whether the data directory is this process's own
   */
  record Found(PgConnectOptions address, boolean alone) {
    String place() {
      return "The PostgreSQL at %s:%d/%s"
          .formatted(address.getHost(), address.getPort(), address.getDatabase());
    }
  }

  DataDirectory directory() {
    return directory;
  }

  /**
   * For the node itself, which nobody shares the data directory with.
   *
   * @throws Problem in one line, where anything stands in the way
   */
  Found take() {
    directory.prepare();
    if (takesLock()) return new Found(ownAddress(), true);
    throw Problem.conflict(
        "The data directory "
            + directory.path()
            + " is in use by another Kring; stop that one, or set KRING_DATA_DIR to another");
  }

  /** For a command, which works beside the node, or in its stead where it is not running. */
  Found join() {
    directory.prepare();
    return takesLock() ? new Found(ownAddress(), true) : new Found(runningAddress(), false);
  }

  private boolean takesLock() {
    return directory.lock().map(resources::add).isPresent();
  }

  private PgConnectOptions ownAddress() {
    if (settings.database().isPresent()) return settings.database().get();
    try {
      return resources.add(EmbeddedPostgres.start(directory.postgres(), CONFIGURATION)).address();
    } catch (IOException failure) {
      throw directory.unusable("cannot be read: " + failure.getMessage(), failure);
    }
  }

  private PgConnectOptions runningAddress() {
    if (settings.database().isPresent()) return settings.database().get();
    try {
      return EmbeddedPostgres.running(directory.postgres())
          .orElseThrow(
              () ->
                  Problem.conflict(
                      "The node in %s is starting or stopping; try again in a moment"
                          .formatted(directory.path())));
    } catch (IOException failure) {
      throw directory.unusable("cannot be read: " + failure.getMessage(), failure);
    }
  }
}

package social.kring.node;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Durability;
import social.kring.platform.storage.Migrations;
import social.kring.platform.storage.embedded.EmbeddedPostgres;
import social.kring.protocol.Problem;

/**
 * Brings up the node's PostgreSQL, its own one or the operator's, and with it a pool of connections
 * to tables that are as this version knows them.
 */
final class NodeDatabase {
  private static final Logger log = LoggerFactory.getLogger(NodeDatabase.class);

  /** PostgreSQL's own defaults, but for a small machine that it shares with the node. */
  private static final Map<String, String> CONFIGURATION =
      Map.of("max_connections", "60", "shared_buffers", "128MB", "jit", "off");

  private static final int CONNECTIONS = 20;
  private static final int CONNECTIONS_OF_A_COMMAND = 4;
  private static final int CONNECTIONS_ASIDE = 2;

  private final Settings.Storage storage;
  private final DataDirectory directory;
  private final Resources resources;

  NodeDatabase(Settings.Storage storage, Resources resources) {
    this.storage = storage;
    this.directory = new DataDirectory(storage.dataDirectory());
    this.resources = resources;
  }

  /**
   * For the node itself, which nobody shares the data directory with.
   *
   * @throws Problem in one line, where anything stands in the way
   */
  Storage open(Vertx vertx) {
    directory.prepare();
    if (!takesLock()) {
      throw Problem.conflict(
          "The data directory "
              + directory.path()
              + " is in use by another Kring; stop that one, or set KRING_DATA_DIR to another");
    }
    return pools(vertx, ownAddress(), CONNECTIONS, true);
  }

  /** For a command, which works beside the node, or in its stead where it is not running. */
  Storage join(Vertx vertx) {
    directory.prepare();
    return takesLock()
        ? pools(vertx, ownAddress(), CONNECTIONS_OF_A_COMMAND, true)
        : pools(vertx, runningAddress(), CONNECTIONS_OF_A_COMMAND, false);
  }

  private boolean takesLock() {
    return directory.lock().map(resources::add).isPresent();
  }

  private PgConnectOptions ownAddress() {
    if (storage.database().isPresent()) return storage.database().get();
    try {
      return resources.add(EmbeddedPostgres.start(directory.postgres(), CONFIGURATION)).address();
    } catch (IOException failure) {
      throw directory.unusable("cannot be read: " + failure.getMessage(), failure);
    }
  }

  private PgConnectOptions runningAddress() {
    if (storage.database().isPresent()) return storage.database().get();
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

  private Storage pools(
      Vertx vertx, PgConnectOptions address, int connections, boolean mayMigrate) {
    var database = resources.add(Database.open(vertx, address, connections));
    try {
      bringUpToDate(database, address, mayMigrate);
      Durability.check(database);
      var aside = resources.add(Database.open(vertx, address, CONNECTIONS_ASIDE));
      return new Storage(directory, address, database, aside);
    } catch (io.vertx.pgclient.PgException refused) {
      throw Problem.conflict(place(address) + " refuses: " + refused.getErrorMessage());
    } catch (Problem away) {
      if (away.kind() != Problem.Kind.UNAVAILABLE) throw away;
      throw new Problem(
          Problem.Kind.INTERNAL,
          place(address) + " cannot be reached; is it running, and is KRING_DATABASE_URL right?",
          away);
    }
  }

  private static String place(PgConnectOptions address) {
    return "The PostgreSQL at %s:%d/%s"
        .formatted(address.getHost(), address.getPort(), address.getDatabase());
  }

  private void bringUpToDate(Database database, PgConnectOptions address, boolean mayMigrate) {
    var migrations = Migrations.bundled();
    switch (migrations.state(database)) {
      case CURRENT -> {}
      case EMPTY -> migrate(migrations, address);
      case BEHIND -> {
        if (!mayMigrate) {
          throw Problem.conflict(
              "The running node is older than this command; restart it with this version");
        }
        migrate(migrations, address);
      }
    }
  }

  private static void migrate(Migrations migrations, PgConnectOptions address) {
    log.atInfo().addKeyValue("to", migrations.newest()).log("bringing the database up to date");
    migrations.migrate(address);
  }
}

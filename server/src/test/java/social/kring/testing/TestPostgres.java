package social.kring.testing;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Migrations;
import social.kring.platform.storage.embedded.EmbeddedPostgres;
import social.kring.platform.storage.embedded.PostgresPaths;

/**
 * A real PostgreSQL for the whole test run. Each test gets a database of its own, cloned from a
 * template that has all migrations, or one that is emptied.
 */
public final class TestPostgres {
  private static final String TEMPLATE = "kring_template";
  private static final int CONNECTIONS = 4;

  /** Tests of what survives a crash run a server of their own. */
  private static final Map<String, String> FAST =
      Map.of("fsync", "off", "full_page_writes", "off", "max_connections", "200");

  private final PgConnectOptions address;
  private final Vertx vertx = Vertx.vertx();
  private final Database maintenance;
  private final AtomicInteger databases = new AtomicInteger();
  private final Queue<String> returned = new ConcurrentLinkedQueue<>();

  private static final class Running {
    private static final TestPostgres SERVER = start();
  }

  private TestPostgres(PgConnectOptions address) {
    this.address = address;
    this.maintenance = Database.open(vertx, address, 1);
  }

  /** The server of this run, started when it is first asked for and stopped with the JVM. */
  public static TestPostgres shared() {
    return Running.SERVER;
  }

  /** Where unpacked binaries are kept from one run to the next. */
  public static Path binaries() {
    return Path.of("target").toAbsolutePath();
  }

  /** A new database with all tables and no rows. */
  public Database database(Vertx vertx) {
    return Database.open(vertx, newDatabase(), CONNECTIONS);
  }

  /** As good as new, for who leaves the tables as they are. */
  LentDatabase lend(Vertx vertx) {
    var used = returned.poll();
    return used == null
        ? LentDatabase.fresh(this, newDatabase().getDatabase(), vertx, returned)
        : LentDatabase.again(this, used, vertx, returned);
  }

  Database open(String name, Vertx vertx) {
    return Database.open(vertx, address(name), CONNECTIONS);
  }

  /** The address of a new database with all tables and no rows. */
  public PgConnectOptions newDatabase() {
    return newDatabase(" TEMPLATE " + TEMPLATE);
  }

  /** The address of a new database without any tables. */
  public PgConnectOptions emptyDatabase() {
    return newDatabase("");
  }

  private PgConnectOptions newDatabase(String template) {
    var name = "test_" + databases.incrementAndGet();
    maintenance.execute("CREATE DATABASE " + name + template);
    return address(name);
  }

  private static TestPostgres start() {
    try {
      var directory = Files.createTempDirectory("kring-test-postgres");
      var paths =
          new PostgresPaths(binaries(), directory.resolve("data"), directory.resolve("password"));
      var postgres = EmbeddedPostgres.start(paths, FAST);
      var server = new TestPostgres(postgres.address());
      Runtime.getRuntime()
          .addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(postgres, directory)));
      server.maintenance.execute("CREATE DATABASE " + TEMPLATE);
      Migrations.bundled().migrate(server.address(TEMPLATE));
      server.prepareTemplate();
      return server;
    } catch (IOException failure) {
      throw new IllegalStateException("PostgreSQL for tests does not start", failure);
    }
  }

  private void prepareTemplate() {
    try (var template = open(TEMPLATE, vertx)) {
      LentDatabase.prepare(template);
    }
  }

  /** The address of a database that was made here. */
  public PgConnectOptions address(String database) {
    return new PgConnectOptions(address).setDatabase(database);
  }

  private static void stop(EmbeddedPostgres postgres, Path directory) {
    postgres.close();
    try (var all = Files.walk(directory)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
    } catch (IOException left) {
      throw new IllegalStateException(left);
    }
  }
}

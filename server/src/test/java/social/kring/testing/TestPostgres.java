package social.kring.testing;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import social.kring.platform.storage.Database;

/**
 * A real PostgreSQL for the whole test run. Each test class gets a database of its own, cloned from
 * a template that has all migrations.
 */
public final class TestPostgres {
  private static final String TEMPLATE = "kring_template";
  private static final String USER = "kring";
  private static final int CONNECTIONS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final int port;
  private final AtomicInteger databases = new AtomicInteger();

  private static final class Running {
    private static final TestPostgres SERVER = start();
  }

  private TestPostgres(int port) {
    this.port = port;
  }

  /** The server of this run, started when it is first asked for and stopped with the JVM. */
  public static TestPostgres shared() {
    return Running.SERVER;
  }

  /** A new database with all tables and no rows. */
  public Database database(Vertx vertx) {
    var name = "test_" + databases.incrementAndGet();
    execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
    var address =
        new PgConnectOptions().setHost("127.0.0.1").setPort(port).setUser(USER).setDatabase(name);
    return Database.open(vertx, address, CONNECTIONS);
  }

  private static TestPostgres start() {
    try {
      var directory = Files.createTempDirectory("kring-test-postgres");
      var process = run(directory, freePort());
      var server = new TestPostgres(process.port());
      Runtime.getRuntime()
          .addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(process.process(), directory)));
      server.await();
      server.migrate();
      return server;
    } catch (IOException failure) {
      throw new IllegalStateException("PostgreSQL for tests does not start", failure);
    }
  }

  private record Started(Process process, int port) {}

  private static Started run(Path directory, int port) throws IOException {
    var binaries = new PostgresBinaries(directory);
    binaries.unpack();
    binaries.finish("initdb", "-D", binaries.data(), "-U", USER, "--auth=trust", "-E", "UTF8");
    var process =
        binaries.start(
            "postgres",
            "-D",
            binaries.data(),
            "-p",
            Integer.toString(port),
            "-k",
            "",
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "max_connections=200",
            // Tests of what survives a crash run their own.
            "-c",
            "fsync=off",
            "-c",
            "full_page_writes=off");
    return new Started(process, port);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void await() {
    var until = Instant.now().plus(PATIENCE);
    while (!answers()) {
      if (Instant.now().isAfter(until)) throw new IllegalStateException("PostgreSQL stays silent");
    }
  }

  private boolean answers() {
    try (var connection = DriverManager.getConnection(url("postgres"), USER, "")) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      Thread.onSpinWait();
      return false;
    }
  }

  private void migrate() {
    execute("CREATE DATABASE " + TEMPLATE);
    Flyway.configure().dataSource(url(TEMPLATE), USER, "").load().migrate();
  }

  private synchronized void execute(String sql) {
    try (var connection = DriverManager.getConnection(url("postgres"), USER, "");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(sql, failure);
    }
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private static void stop(Process process, Path directory) {
    process.destroyForcibly();
    try {
      process.waitFor();
      PostgresBinaries.delete(directory);
    } catch (IOException | InterruptedException left) {
      Thread.currentThread().interrupt();
    }
  }
}

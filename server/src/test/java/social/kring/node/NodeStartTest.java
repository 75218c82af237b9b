package social.kring.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Migrations;
import social.kring.protocol.Problem;
import social.kring.testing.TestNode;
import social.kring.testing.TestPostgres;

/** What stands in the way of a start is told in one line, and leaves the data as it was. */
class NodeStartTest {
  private final Vertx vertx = Vertx.vertx();
  private final PgConnectOptions address = TestPostgres.shared().newDatabase();

  @TempDir private Path directory;

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void a_node_starts_stops_and_starts_again() {
    var settings = settings(directory);
    Node.start(settings).close();
    try (var again = Node.start(settings)) {
      assertThat(again.port()).isEqualTo(settings.listening().main().port());
    }
  }

  @Test
  void a_taken_port() throws IOException {
    var settings = settings(directory);
    var port = settings.listening().main().port();
    try (var taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatNodeDoesNotStart(settings)
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
          .hasMessageContaining("KRING_LISTEN");
    }
    Node.start(settings).close();
  }

  @Test
  void a_data_directory_that_another_node_uses() {
    var settings = settings(directory);
    try (var node = Node.start(settings)) {
      assertThatNodeDoesNotStart(settings(directory))
          .hasMessageContaining(directory.toString())
          .hasMessageContaining("in use");
      assertThat(node.platform().domains().all()).isNotEmpty();
    }
  }

  @Test
  void a_data_directory_that_cannot_be_one() throws IOException {
    var file = Files.writeString(directory.resolve("file"), "mine");
    assertThatNodeDoesNotStart(settings(file.resolve("data"))).hasMessageContaining("file/data");
    assertThat(file).hasContent("mine");
  }

  @Test
  void a_database_that_cannot_be_reached() {
    var nowhere = new PgConnectOptions(address).setPort(1);
    assertThatNodeDoesNotStart(TestNode.settings("node", directory, nowhere))
        .hasMessageContaining("127.0.0.1:1")
        .hasMessageContaining("KRING_DATABASE_URL");
  }

  @Test
  void a_database_that_lets_us_not_in() {
    var wrong = new PgConnectOptions(address).setPassword("guessed");
    assertThatNodeDoesNotStart(TestNode.settings("node", directory, wrong))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void a_database_that_is_newer_than_the_node() {
    run(
        "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success) VALUES (100000, '999912312359', 'x', 'SQL', 'x', 'x', 1, true)");
    var before = tables();
    assertThatNodeDoesNotStart(settings(directory))
        .hasMessageContaining("newer")
        .hasMessageContaining("999912312359");
    assertThat(tables()).isEqualTo(before);
  }

  @Test
  void a_database_that_would_lose_data_in_a_crash() {
    var risky = new Settings.Storage(directory, java.util.Optional.of(address), true);
    var settings = settings(directory);
    assertThatNodeDoesNotStart(
            new Settings(
                settings.domain(),
                settings.listening(),
                risky,
                settings.trustedProxies(),
                settings.privatePeers(),
                settings.access(),
                settings.previews(),
                settings.log(),
                settings.mail()))
        .hasMessageContaining("fsync");
  }

  @Test
  void an_older_database_is_saved_before_it_is_updated() throws IOException {
    var older = TestPostgres.shared().emptyDatabase();
    var migrations = Migrations.bundled();
    migrations.migrateTo(older, "202611240656");
    try (var database = Database.open(vertx, older, 1)) {
      database.execute("INSERT INTO domain (authority, scheme) VALUES ('old.example', 'https')");
    }
    try (var node = Node.start(TestNode.settings("node", directory, older))) {
      assertThat(node.platform().domains().byAuthority("old.example")).isPresent();
      assertThat(migrations.state(node.platform().database())).isEqualTo(Migrations.State.CURRENT);
    }
    try (var saved = Files.list(directory.resolve("backups"))) {
      assertThat(saved.map(file -> file.getFileName().toString()))
          .containsExactly("before-" + migrations.newest() + ".kring");
    }
  }

  private Settings settings(Path dataDirectory) {
    return TestNode.settings("node", dataDirectory, address);
  }

  private static AbstractThrowableAssert<?, ?> assertThatNodeDoesNotStart(Settings settings) {
    return assertThatThrownBy(() -> Node.start(settings).close())
        .isInstanceOf(Problem.class)
        .satisfies(problem -> assertThat(problem.getMessage().lines()).hasSize(1));
  }

  private void run(String sql) {
    try (var database = Database.open(vertx, address, 1)) {
      database.execute(sql);
    }
  }

  private List<String> tables() {
    try (var database = Database.open(vertx, address, 1)) {
      return database.list(
          "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1",
          row -> row.getString(0));
    }
  }
}

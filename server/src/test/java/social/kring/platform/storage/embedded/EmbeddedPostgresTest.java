package social.kring.platform.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Durability;
import social.kring.protocol.Problem;
import social.kring.testing.TestPostgres;

class EmbeddedPostgresTest {
  private final Vertx vertx = Vertx.vertx();

  @TempDir private Path directory;

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  @Test
  void it_is_durable_as_it_comes() throws IOException {
    try (var postgres = start();
        var database = Database.open(vertx, postgres.address(), 1)) {
      Durability.check(database);
    }
  }

  @Test
  void nobody_gets_in_without_the_password() throws IOException {
    try (var postgres = start();
        var database = open(postgres.address().setPassword("guessed"))) {
      assertThatThrownBy(() -> database.execute("SELECT 1"))
          .isInstanceOf(PgException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void what_was_committed_is_there_after_the_next_start() throws IOException {
    try (var postgres = start();
        var database = open(postgres.address())) {
      database.execute("CREATE TABLE kept (id bigint)");
    }
    try (var postgres = start();
        var database = open(postgres.address())) {
      assertThat(database.list("SELECT id FROM kept", row -> row.getLong(0))).isEmpty();
    }
  }

  @Test
  @Timeout(60)
  void one_that_breaks_down_is_started_again_at_its_address_with_all_that_was_committed()
      throws Exception {
    try (var postgres = start();
        var database = open(postgres.address())) {
      database.execute("CREATE TABLE kept (id bigint)");
      var broken = Postmaster.of(paths().data()).orElseThrow().pid();
      var process = ProcessHandle.of(broken).orElseThrow();

      process.destroyForcibly();
      process.onExit().get();

      while (!isBack(database)) Thread.sleep(20);
      assertThat(Postmaster.of(paths().data()).orElseThrow().pid()).isNotEqualTo(broken);
    }
  }

  private static boolean isBack(Database database) {
    try {
      return database.list("SELECT id FROM kept", row -> row.getLong(0)).isEmpty();
    } catch (Problem away) {
      return false;
    }
  }

  @Test
  void another_process_finds_the_one_that_runs() throws IOException {
    try (var postgres = start()) {
      var found = EmbeddedPostgres.running(paths());
      assertThat(found.map(PgConnectOptions::getPort)).contains(postgres.address().getPort());
    }
    assertThat(EmbeddedPostgres.running(paths())).isEmpty();
  }

  @Test
  void one_that_outlived_its_node_is_ended_by_the_next() throws IOException {
    try (var survivor = start();
        var next = start();
        var database = open(next.address())) {
      assertThat(database.list("SELECT 1", row -> row.getInteger(0))).containsExactly(1);
      assertThat(next.address().getPort()).isNotEqualTo(survivor.address().getPort());
    }
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(paths(), Map.of());
  }

  private PostgresPaths paths() {
    return new PostgresPaths(
        TestPostgres.binaries(), directory.resolve("data"), directory.resolve("password"));
  }

  private Database open(PgConnectOptions address) {
    return Database.open(vertx, address, 1);
  }
}

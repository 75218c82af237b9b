package social.kring.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Migrations;
import social.kring.protocol.Problem;
import social.kring.testing.TestPostgres;

class BackupTest {
  private static final String ROWS =
      "SELECT authority || ' ' || scheme || ' ' || added_at FROM domain ORDER BY 1";

  private final Vertx vertx = Vertx.vertx();
  private final PgConnectOptions original = TestPostgres.shared().newDatabase();
  private final PgConnectOptions fresh = TestPostgres.shared().emptyDatabase();
  private final BackupLabel label =
      new BackupLabel(Migrations.bundled().newest(), "acme.example", Instant.EPOCH);

  @TempDir private Path directory;

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void every_row_and_every_file_comes_back() throws IOException {
    run(
        original,
        """
        INSERT INTO domain (authority, scheme)
        SELECT 'host-' || n || chr(9) || E'\\\\ "\\n' , 'https' FROM generate_series(1, 500) n
        """);
    var files = Files.createDirectories(directory.resolve("media"));
    Files.writeString(Files.createDirectory(files.resolve("ab")).resolve("abc"), "picture");

    Backup.write(original, files, "acme.example", Instant.EPOCH, place());
    var back = directory.resolve("back");
    Backup.restore(place(), fresh, back);

    assertThat(texts(fresh, ROWS)).hasSize(500).isEqualTo(texts(original, ROWS));
    assertThat(back.resolve("ab/abc")).hasContent("picture");
    assertThat(Backup.label(place())).isEqualTo(label);
  }

  @Test
  void references_between_tables_hold_again_and_every_table_is_there() {
    Backup.write(original, directory.resolve("none"), "acme.example", Instant.EPOCH, place());
    Backup.restore(place(), fresh, directory.resolve("back"));
    var keys =
        "SELECT conname || pg_get_constraintdef(oid) || convalidated FROM pg_constraint ORDER BY 1";
    var tables =
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1";
    assertThat(texts(fresh, keys)).isEqualTo(texts(original, keys));
    assertThat(texts(fresh, tables)).isEqualTo(texts(original, tables));
  }

  @Test
  void it_holds_keys_so_only_its_owner_reads_it() throws IOException {
    Backup.write(original, directory.resolve("none"), "acme.example", Instant.EPOCH, place());
    assertThat(Files.getPosixFilePermissions(place()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void one_that_was_cut_off_is_refused_before_anything_is_changed() throws IOException {
    Backup.write(original, directory.resolve("none"), "acme.example", Instant.EPOCH, place());
    var whole = Files.readAllBytes(place());
    Files.write(place(), java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> Backup.restore(place(), fresh, directory.resolve("back")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("not a backup");
    assertThat(texts(fresh, "SELECT relname FROM pg_class WHERE relname = 'domain'")).isEmpty();
  }

  @Test
  void one_that_cannot_be_written_leaves_nothing_behind() throws IOException {
    var unreachable = new PgConnectOptions(original).setPort(1);
    assertThatThrownBy(
            () ->
                Backup.write(
                    unreachable, directory.resolve("none"), "acme.example", Instant.EPOCH, place()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("cannot be written");
    try (var left = Files.list(directory)) {
      assertThat(left).isEmpty();
    }
  }

  private Path place() {
    return directory.resolve("acme.kring");
  }

  private void run(PgConnectOptions address, String sql) {
    try (var database = Database.open(vertx, address, 1)) {
      database.execute(sql);
    }
  }

  private List<String> texts(PgConnectOptions address, String sql) {
    try (var database = Database.open(vertx, address, 1)) {
      return database.list(sql, row -> row.getString(0));
    }
  }
}

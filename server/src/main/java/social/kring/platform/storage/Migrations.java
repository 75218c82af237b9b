package social.kring.platform.storage;

import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import social.kring.protocol.Problem;

/**
 * Brings a database to the state that this version of Kring needs. One query tells whether there is
 * anything to do, so that an ordinary start does not wait for Flyway.
 */
public final class Migrations {
  private static final String FOLDER = "db/migration";
  private static final Pattern NAME = Pattern.compile("V(\\d+)__.*\\.sql");

  private final TreeSet<String> known;

  private Migrations(TreeSet<String> known) {
    this.known = known;
  }

  /** Those that come with this version. */
  public static Migrations bundled() {
    try {
      var folder = Migrations.class.getClassLoader().getResource(FOLDER);
      return new Migrations(versions(folder));
    } catch (IOException | URISyntaxException unreadable) {
      throw new IllegalStateException("The migrations cannot be listed", unreadable);
    }
  }

  private static TreeSet<String> versions(URL folder) throws IOException, URISyntaxException {
    if (!folder.getProtocol().equals("jar")) return versions(Path.of(folder.toURI()));
    try (var jar = FileSystems.newFileSystem(folder.toURI(), Map.of())) {
      return versions(jar.getPath(FOLDER));
    }
  }

  private static TreeSet<String> versions(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> NAME.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(name -> name.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** The newest state that this version knows. */
  public String newest() {
    return known.last();
  }

  /**
   * What the database still lacks.
   *
   * @throws Problem CONFLICT where the database is of a newer version than this one
   */
  public State state(Queries database) {
    var applied = applied(database);
    var unknown = applied.stream().filter(version -> !known.contains(version)).toList();
    if (!unknown.isEmpty()) {
      throw Problem.conflict(
          "The database is newer (%s) than this version of Kring (%s); run the version that it was used with"
              .formatted(Collections.max(unknown), newest()));
    }
    if (applied.isEmpty()) return State.EMPTY;
    return applied.containsAll(known) ? State.CURRENT : State.BEHIND;
  }

  private static List<String> applied(Queries database) {
    var exists =
        database.exists(
            "SELECT 1 WHERE to_regclass('flyway_schema_history') IS NOT NULL", Tuple.tuple());
    if (!exists) return List.of();
    return database.list(
        "SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL",
        row -> row.getString("version"));
  }

  /** Applies what is missing, each migration in a transaction of its own. */
  public void migrate(PgConnectOptions address) {
    migrate(address, Optional.empty());
  }

  /** Applies what is missing up to a version, which then is the newest. */
  public void migrateTo(PgConnectOptions address, String version) {
    migrate(address, Optional.of(version));
  }

  private static void migrate(PgConnectOptions address, Optional<String> version) {
    var flyway =
        Flyway.configure()
            .locations("classpath:" + FOLDER)
            .dataSource(JdbcAddress.of(address), address.getUser(), address.getPassword())
            .outOfOrder(true);
    version.map(MigrationVersion::fromVersion).ifPresent(flyway::target);
    flyway.load().migrate();
  }

  /** How a database stands to this version. */
  public enum State {
    EMPTY,
    BEHIND,
    CURRENT
  }
}

package social.kring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import social.kring.testing.TestPostgres;

/** What packages say of themselves holds. */
class PackageInfoTest {
  private static final List<Path> SOURCES =
      List.of(Path.of("src/main/java"), Path.of("../protocol/src/main/java"));

  /** {@code Owns the tables {@code a}, {@code b} and {@code c}.} */
  private static final Pattern OWNS = Pattern.compile("Owns (?:the )?tables? ([^.;]*)");

  private static final Pattern NAME = Pattern.compile("\\{@code ([a-z_]+)}");

  @Test
  void every_package_says_what_it_is() throws IOException {
    for (var file : javaFiles()) {
      assertThat(file.resolveSibling("package-info.java")).exists();
    }
  }

  @Test
  void every_table_and_every_view_has_one_owner_who_says_so() throws IOException {
    var owned =
        javaFiles().stream()
            .filter(file -> file.endsWith("package-info.java"))
            .flatMap(PackageInfoTest::tables)
            .toList();
    assertThat(owned).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(owned)).isEqualTo(new TreeSet<>(existing()));
  }

  private static Stream<String> tables(Path file) {
    var text = read(file).replaceAll("\\s*\\n \\*\\s*", " ");
    return OWNS.matcher(text)
        .results()
        .flatMap(sentence -> NAME.matcher(sentence.group(1)).results())
        .map(name -> name.group(1));
  }

  private static List<String> existing() {
    var vertx = Vertx.vertx();
    try (var database = TestPostgres.shared().database(vertx)) {
      return database.list(
          """
          SELECT relname
            FROM pg_class
           WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v')
             AND NOT relispartition AND relname <> 'flyway_schema_history'
          """,
          row -> row.getString(0));
    } finally {
      vertx.close().await();
    }
  }

  private static List<Path> javaFiles() throws IOException {
    try (var server = Files.walk(SOURCES.get(0));
        var protocol = Files.walk(SOURCES.get(1))) {
      return Stream.concat(server, protocol)
          .filter(file -> file.toString().endsWith(".java"))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

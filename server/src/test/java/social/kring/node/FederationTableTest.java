package social.kring.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.kring.federation.receiving.ActivityHandler;
import social.kring.platform.http.SystemNames;
import social.kring.testing.TestNode;
import social.kring.testing.TestPostgres;

/** FEDERATION.md says what the code does. */
class FederationTableTest {
  private static final Path DOCUMENT = Path.of("..", "FEDERATION.md");
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Pattern ROW =
      Pattern.compile("\\| (\\w+) \\| ([a-z, ]+) \\| `(\\w+)` \\| (.*) \\|");
  private static final Pattern BUILDER = Pattern.compile("`(\\w+)`");

  @TempDir private Path data;

  @Test
  void its_table_names_every_handler_with_what_it_handles() throws IOException {
    assertThat(written().map(row -> row.activity() + " of " + row.objects() + ": " + row.handler()))
        .containsExactlyInAnyOrderElementsOf(inForce());
  }

  @Test
  void its_table_names_builders_that_exist() throws IOException {
    var named = written().flatMap(row -> names(row.sent())).collect(Collectors.toSet());

    try (var files = Files.walk(SOURCES)) {
      var existing = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
      assertThat(named).isNotEmpty().allMatch(name -> existing.contains(name + ".java"));
    }
  }

  private record Row(String activity, String objects, String handler, String sent) {}

  private static Stream<Row> written() throws IOException {
    return Files.readAllLines(DOCUMENT).stream()
        .map(ROW::matcher)
        .filter(java.util.regex.Matcher::matches)
        .map(m -> new Row(m.group(1), m.group(2), m.group(3), m.group(4)));
  }

  private static Stream<String> names(String cell) {
    return BUILDER.matcher(cell).results().map(found -> found.group(1));
  }

  private List<String> inForce() {
    var resources = new Resources();
    try {
      var settings = TestNode.settings("table", data, TestPostgres.shared().newDatabase());
      var platform =
          PlatformLayer.open(
              settings, resources, event -> {}, SystemNames::new, Beside.done("none"));
      var federation = FederationLayer.on(settings, platform);
      var community = CommunityLayer.on(settings, platform, federation);
      return Reception.handlers(federation, community.capabilities()).stream()
          .map(FederationTableTest::line)
          .toList();
    } finally {
      resources.close();
    }
  }

  private static String line(ActivityHandler<?> handler) {
    var objects =
        handler.objects().stream()
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .sorted()
            .collect(Collectors.joining(", "));
    return handler.activity().getSimpleName()
        + " of "
        + objects
        + ": "
        + handler.getClass().getSimpleName();
  }
}

package social.kring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;

/** No library is in use that has a vulnerability which somebody wrote down in advisories.tsv. */
class DependencyAdvisoriesTest {
  private static final String NPM = "npm:";
  private static final Path LOCK = Path.of("..", "web-ui", "package-lock.json");

  private final Map<String, String> inUse = inUse();

  /**
   * A line of the list.
   *
   * @param harmless why an older version may be in use; empty where it may not
   */
  private record Advisory(
      String library, String mendedIn, String name, String what, String harmless) {
    static Advisory of(String line) {
      var columns = line.split("\t", -1);
      return new Advisory(
          columns[0], columns[1], columns[2], columns[3], columns.length > 4 ? columns[4] : "");
    }

    boolean isMendedIn(String version) {
      return new Version(version).compareTo(new Version(mendedIn)) >= 0;
    }
  }

  /** Compared by its numbers, as all of these libraries count theirs. */
  private record Version(List<Integer> numbers) implements Comparable<Version> {
    Version(String text) {
      this(
          Stream.of(text.split("[^0-9]+"))
              .filter(part -> !part.isEmpty())
              .map(Integer::valueOf)
              .toList());
    }

    @Override
    public int compareTo(Version other) {
      for (var i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
        var difference = Integer.compare(number(i), other.number(i));
        if (difference != 0) return difference;
      }
      return 0;
    }

    private int number(int index) {
      return index < numbers.size() ? numbers.get(index) : 0;
    }
  }

  @Test
  void no_library_has_a_vulnerability_that_is_known_here() {
    assertThat(advisories())
        .filteredOn(advisory -> advisory.harmless().isEmpty())
        .filteredOn(advisory -> !advisory.isMendedIn(inUse.get(advisory.library())))
        .isEmpty();
  }

  @Test
  void what_is_said_to_do_no_harm_is_in_use() {
    assertThat(advisories())
        .filteredOn(advisory -> !advisory.harmless().isEmpty())
        .allMatch(advisory -> !advisory.isMendedIn(inUse.get(advisory.library())));
  }

  @Test
  void the_list_is_about_libraries_in_use() {
    assertThat(advisories()).isNotEmpty().allMatch(each -> inUse.containsKey(each.library()));
  }

  @Test
  void versions_are_compared_by_their_numbers() {
    assertThat(new Version("4.2.9.Final")).isLessThan(new Version("4.2.18.Final"));
    assertThat(new Version("2.0")).isEqualByComparingTo(new Version("2.0.0"));
    assertThat(new Version("20260102.1")).isGreaterThan(new Version("20240325.1"));
  }

  @Test
  void every_package_of_the_web_application_is_pinned_by_its_hash() {
    var packages = lock().tree("packages").orElseThrow();

    assertThat(packages.names())
        .filteredOn(name -> !name.isEmpty())
        .isNotEmpty()
        .allMatch(
            name -> packages.tree(name).flatMap(each -> each.string("integrity")).isPresent());
  }

  private static List<Advisory> advisories() {
    try (var list = DependencyAdvisoriesTest.class.getResourceAsStream("/advisories.tsv")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Advisory::of)
          .toList();
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  /** Jars lie where Maven keeps them: …/artifact/version/artifact-version.jar. */
  private static Map<String, String> inUse() {
    var inUse = new HashMap<String, String>();
    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(Path::of)
        .forEach(
            jar ->
                inUse.put(
                    jar.getParent().getParent().getFileName().toString(),
                    jar.getParent().getFileName().toString()));
    var packages = lock().tree("packages").orElseThrow();
    for (var name : packages.names()) {
      packages
          .tree(name)
          .flatMap(each -> each.string("version"))
          .ifPresent(version -> inUse.put(name.replace("node_modules/", NPM), version));
    }
    return inUse;
  }

  private static Tree lock() {
    try {
      return StrictJson.parse(Files.readAllBytes(LOCK));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}

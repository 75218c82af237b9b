package social.kring.protocol.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Documents as other software writes them. */
public final class PeerFiles {
  private PeerFiles() {}

  /** As {@code software/document.json}. */
  public static Stream<String> all() {
    var root = root();
    if (!root.getScheme().equals("jar")) return under(Path.of(root));
    try (var jar = FileSystems.newFileSystem(root, Map.of())) {
      return under(jar.getPath("/peers"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<String> under(Path root) {
    try (var files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static Tree read(String name) {
    return StrictJson.parse(text(name));
  }

  public static String text(String name) {
    try (var file = PeerFiles.class.getResourceAsStream("/peers/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static URI root() {
    try {
      return PeerFiles.class.getResource("/peers").toURI();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

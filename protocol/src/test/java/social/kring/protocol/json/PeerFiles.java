package social.kring.protocol.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Documents as other software writes them. */
public final class PeerFiles {
  private PeerFiles() {}

  /** As {@code software/document.json}. */
  public static Stream<String> all() {
    try (var files = Files.walk(root())) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(file -> root().relativize(file).toString())
          .sorted()
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static Tree read(String name) {
    try {
      return StrictJson.parse(Files.readAllBytes(root().resolve(name)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Path root() {
    try {
      return Path.of(PeerFiles.class.getResource("/peers").toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

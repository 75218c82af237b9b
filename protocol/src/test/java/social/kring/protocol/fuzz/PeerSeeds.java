package social.kring.protocol.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.protocol.json.PeerFiles;

/** The documents of peers that lie in the test resources, as they lie there. */
final class PeerSeeds {
  private PeerSeeds() {}

  static Map<String, String> texts() {
    return PeerFiles.all().collect(Collectors.toMap(name -> name, PeerFiles::text));
  }

  /** What hosts say of themselves and of those who live there. */
  static Map<String, String> discovery() {
    return Stream.of(
            "mastodon-webfinger",
            "lemmy-webfinger",
            "friendica-webfinger",
            "nodeinfo-links",
            "nodeinfo")
        .collect(Collectors.toMap(name -> name, name -> text("/discovery/" + name + ".json")));
  }

  private static String text(String resource) {
    try (var file = PeerSeeds.class.getResourceAsStream(resource)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

package social.kring.protocol.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** The contexts that come with Kring. There are no others: none is ever fetched. */
final class BundledContexts {
  /** Where two define a name differently, the first is believed. */
  private static final List<String> NAMES =
      List.of(
          "activitystreams",
          "kring-v1",
          "security-v1",
          "data-integrity-v2",
          "data-integrity-v1",
          "multikey-v1",
          "cid-v1",
          "did-v1",
          "extensions",
          "litepub-0.1",
          "gotosocial",
          "lemmy",
          "webfinger",
          "fep-5711",
          "fep-ef61",
          "credentials-v2",
          "identity-v1");

  private BundledContexts() {}

  static Stream<ObjectNode> inOrder() {
    return NAMES.stream().map(BundledContexts::read);
  }

  static ObjectNode read(String name) {
    try (var file = BundledContexts.class.getResourceAsStream("contexts/" + name + ".jsonld")) {
      return StrictJson.parse(file.readAllBytes()).shared();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

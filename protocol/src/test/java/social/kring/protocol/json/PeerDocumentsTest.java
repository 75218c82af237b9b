package social.kring.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What other software sends is read by its names alone, and JSON-LD would say the same. */
class PeerDocumentsTest {
  /** They define a name otherwise than everybody else, or one that nobody else has. */
  private static final Set<String> NEED_JSON_LD =
      Set.of(
          "friendica/person.json",
          "peertube/group.json",
          "peertube/person.json",
          "peertube/update-group.json",
          "writefreely/create-article.json",
          "writefreely/update-article.json");

  /** What is said twice by two names, or is empty, comes out once, or not at all. */
  private static final Set<String> COME_OUT_OTHERWISE =
      Set.of("friendica/person.json", "lemmy/block-person.json", "writefreely/delete-article.json");

  static Stream<String> plain() {
    return PeerFiles.all().filter(name -> !NEED_JSON_LD.contains(name));
  }

  static Stream<String> documents() {
    return PeerFiles.all().filter(name -> !COME_OUT_OTHERWISE.contains(name));
  }

  @ParameterizedTest
  @MethodSource("plain")
  void it_is_taken_as_it_is(String name) {
    var document = PeerFiles.read(name);

    assertThat(JsonLd.compact(document)).isSameAs(document);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void json_ld_makes_the_same_of_it(String name) {
    var document = PeerFiles.read(name);

    assertThat(Essence.of(JsonLd.shorten(document))).isEqualTo(essence(document));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void its_expanded_form_comes_out_the_same(String name) {
    var document = PeerFiles.read(name);
    var expanded = Tree.wrap((ObjectNode) expanded(document));

    assertThat(expanded.has("id")).isFalse();
    assertThat(Essence.of(JsonLd.compact(expanded))).isEqualTo(essence(document));
  }

  /** Misskey has a name of its own for what security/v1 calls a CryptographicKey. */
  private static String essence(Tree document) {
    return Essence.of(document).replace("\"Key\"", "\"CryptographicKey\"");
  }

  private static Object expanded(Tree document) {
    return StrictJson.MAPPER.valueToTree(LinkedData.expand(document.shared()));
  }
}

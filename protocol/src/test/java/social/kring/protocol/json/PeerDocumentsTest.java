package social.kring.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What other software sends is read by its names alone, and JSON-LD would say the same. */
class PeerDocumentsTest {

  static Stream<String> documents() {
    return PeerFiles.all();
  }

  @ParameterizedTest
  @MethodSource("documents")
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

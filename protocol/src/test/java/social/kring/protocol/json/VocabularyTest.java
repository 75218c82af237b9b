package social.kring.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
  private static final Vocabulary VOCABULARY = Vocabulary.BUNDLED;

  static Stream<String> activityStreams() {
    var names = Tree.wrap(BundledContexts.read("activitystreams")).tree("@context");
    return names.orElseThrow().names().stream().filter(name -> !name.startsWith("@"));
  }

  @ParameterizedTest
  @MethodSource("activityStreams")
  void no_other_context_changes_what_activitystreams_says(String name) {
    var context = Tree.wrap(BundledContexts.read("activitystreams")).tree("@context").orElseThrow();
    var written =
        context
            .string(name)
            .or(() -> context.tree(name).flatMap(definition -> definition.string("@id")))
            .orElseThrow();

    assertThat(VOCABULARY.term(name).orElseThrow().iri()).isEqualTo(whole(written));
  }

  private static String whole(String written) {
    return written
        .replaceFirst("^as:", Iris.ACTIVITY_STREAMS)
        .replaceFirst("^ldp:", "http://www.w3.org/ns/ldp#");
  }

  @ParameterizedTest
  @CsvSource({
    "publicKeyPem, https://w3id.org/security#publicKeyPem",
    "publicKeyMultibase, https://w3id.org/security#publicKeyMultibase",
    "assertionMethod, https://w3id.org/security#assertionMethod",
    "proofValue, https://w3id.org/security#proofValue",
    "featured, http://joinmastodon.org/ns#featured",
    "PropertyValue, http://schema.org/PropertyValue",
    "EmojiReact, http://litepub.social/ns#EmojiReact",
    "webfinger, https://purl.archive.org/socialweb/webfinger#webfinger",
    "interactionPolicy, https://gotosocial.org/ns#interactionPolicy",
    "matrixUserId, https://join-lemmy.org/ns#matrixUserId",
    "credentialSubject, https://www.w3.org/2018/credentials#credentialSubject",
    "kring:lifeboat, https://kring.social/ns/v1#lifeboat"
  })
  void a_name_stands_for_its_iri_and_back(String name, String iri) {
    assertThat(VOCABULARY.term(name).orElseThrow().iri()).isEqualTo(iri);
    assertThat(VOCABULARY.shortened(iri)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kring:unheardOf", "vcard:bday", "schema:JobPosting", "toot:x", "x:y"})
  void what_has_no_name_is_written_with_its_prefix(String compact) {
    assertThat(VOCABULARY.isOurSpelling(compact)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"as:content", "toot:featured", "https://x.example/ns#y", "sc:value"})
  void what_has_a_name_and_what_is_whole_is_written_otherwise(String written) {
    assertThat(VOCABULARY.isOurSpelling(written)).isFalse();
  }

  @Test
  void where_contexts_differ_the_other_meanings_are_known_as_well() {
    var expires = VOCABULARY.term("expires").orElseThrow();

    assertThat(expires.iri()).isEqualTo("https://w3id.org/security#expiration");
    assertThat(expires.means(Iris.ACTIVITY_STREAMS + "endTime")).isTrue();
    assertThat(VOCABULARY.shortened(Iris.ACTIVITY_STREAMS + "endTime")).isEqualTo("endTime");
  }

  @Test
  void every_bundled_context_says_where_it_comes_from() {
    var notice = notice();

    assertThat(contexts()).hasSize(17).allSatisfy(file -> assertThat(notice).contains(file));
  }

  @Test
  void our_own_context_defines_what_we_send() {
    var context = OwnContext.document().tree("@context").orElseThrow();

    assertThat(context.names())
        .contains("kring", "kring:lifeboat", "kring:exitCharter", "kring:previously", "kring:job");
  }

  private static String notice() {
    try {
      return Files.readString(folder().resolve("NOTICE"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<String> contexts() {
    try (var files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jsonld"))
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Path folder() {
    try {
      return Path.of(Vocabulary.class.getResource("contexts").toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

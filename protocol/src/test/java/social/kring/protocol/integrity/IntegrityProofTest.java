package social.kring.protocol.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.Problem;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

class IntegrityProofTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final FediUrl KEY_ID = FediUrl.parse("https://acme.example/ap/p/7f3a#post-key");
  private static final Tree FEATURES = Vectors.read("feature-vectors.json");
  private static final PublicKey ALICE = key("alice-exit");

  private static final Tree NOTE =
      StrictJson.parse(
          """
          {"@context": "https://www.w3.org/ns/activitystreams",
           "id": "https://acme.example/ap/o/9", "type": "Note",
           "attributedTo": "https://acme.example/ap/p/7f3a", "content": "<p>Grüße 🙂</p>",
           "location": {"type": "Place", "latitude": 52.5200, "longitude": 13.40}}
          """);

  /** Document, key, purpose. */
  @ParameterizedTest
  @CsvSource({
    "move_exit_key, alice-exit, ASSERTION",
    "employment_vc, acme-org, ASSERTION",
    "peer_vc, bob-identity, ASSERTION",
    "offer_vc, acme-org, ASSERTION",
    "fep_c390_proof, alice-identity, ASSERTION",
    "presentation, alice-identity, AUTHENTICATION",
    "referral_vc, bob-identity, ASSERTION"
  })
  void every_feature_vector_verifies_and_fails_after_any_change(
      String name, String signer, ProofPurpose purpose) {
    var document = FEATURES.tree(name).orElseThrow();

    assertThat(verifies(document, key(signer), purpose)).isTrue();
    assertThat(verifies(document, Multikey.decode(other(signer)), purpose)).isFalse();
    assertThat(changes(document)).hasSizeGreaterThan(15);
    assertThat(changes(document).filter(changed -> verifies(changed, key(signer), purpose)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"w3c-eddsa-jcs-2022.json", "fep-8b32.json"})
  void the_published_vectors_verify_and_are_reproduced_to_the_byte(String file) {
    var vector = Vectors.read(file);
    var document = vector.tree("document").orElseThrow();
    var seed = HexFormat.of().parseHex(vector.string("secretKeyHex").orElseThrow());
    var proof = IntegrityProof.in(document).orElseThrow();

    var signed =
        IntegrityProof.sign(
            document,
            proof.keyId().orElseThrow(),
            Vectors.secret(seed),
            proof.created().orElseThrow());

    assertThat(proof.verifies(Multikey.decode(vector.string("publicKeyMultibase").orElseThrow())))
        .isTrue();
    assertThat(signed).isEqualTo(document);
  }

  @Test
  void the_exit_keys_move_is_reproduced_to_the_byte() {
    var move = FEATURES.tree("move_exit_key").orElseThrow();
    var keyId = FediUrl.parse("https://acme.example/ap/p/7f3a#exit-key");

    var signed =
        IntegrityProof.sign(
            move.without("proof"),
            keyId,
            Vectors.labelled("alice-exit"),
            instant("2026-09-21T08:00:00Z"));

    assertThat(signed).isEqualTo(move);
  }

  @Test
  void a_signed_document_has_the_one_shape_that_peers_verify() {
    var signed = sign(NOTE);

    assertThat(signed.isList("@context")).isTrue();
    assertThat(signed.isList("proof")).isFalse();
    assertThat(signed.items("@context"))
        .containsExactly(
            "https://www.w3.org/ns/activitystreams", "https://w3id.org/security/data-integrity/v2");
    assertThat(signed.tree("proof").orElseThrow().items("@context"))
        .isEqualTo(signed.items("@context"));
    assertThat(verifies(signed)).isTrue();
  }

  @Test
  void what_was_signed_still_verifies_after_it_has_travelled() {
    var arrived = StrictJson.parse(sign(NOTE).toBytes());

    var proof = IntegrityProof.in(arrived).orElseThrow();
    assertThat(proof.verifies(ALICE)).isTrue();
    assertThat(proof.verificationMethod()).isEqualTo(KEY_ID.text());
    assertThat(proof.keyId()).contains(KEY_ID);
    assertThat(proof.created()).contains(NOW);
  }

  @Test
  void signing_around_a_signed_object_leaves_both_proofs_verifiable() {
    var note = sign(NOTE);
    var create =
        sign(
            Tree.of(Map.of("type", "Create", "actor", "https://acme.example/ap/p/7f3a"))
                .with("object", note));

    var embedded = create.tree("object").orElseThrow();
    assertThat(embedded).isEqualTo(note);
    assertThat(verifies(create)).isTrue();
    assertThat(verifies(embedded)).isTrue();
    assertThat(verifies(create.with("object", NOTE))).isFalse();
  }

  @Test
  void signing_again_replaces_the_proof() {
    var twice = sign(sign(NOTE).with("content", "<p>edited</p>"));

    assertThat(twice.objects("proof")).hasSize(1);
    assertThat(verifies(twice)).isTrue();
  }

  @Test
  void a_document_without_a_context_gets_one() {
    var signed = sign(NOTE.without("@context"));

    assertThat(signed.items("@context")).hasSize(2);
    assertThat(signed.names()).startsWith("@context");
    assertThat(verifies(signed)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("changed")
  void a_changed_document_does_not_verify(Tree changed) {
    assertThat(verifies(changed)).isFalse();
  }

  static Stream<Tree> changed() {
    var signed = sign(NOTE);
    return Stream.concat(
        changes(signed),
        Stream.of(
            signed.with("@context", more(signed, Tree.of(Map.of("content", "as:summary")))),
            signed.with("@context", more(signed, "https://evil.example/ns")),
            signed.with("@context", "https://www.w3.org/ns/activitystreams"),
            signed.without("@context"),
            signed.with("summary", "added"),
            signed.with("signature", Map.of("type", "Other"))));
  }

  @Test
  void a_linked_data_signature_added_afterwards_does_not_matter() {
    var relayed = sign(NOTE).with("signature", Map.of("type", "RsaSignature2017", "x", "y"));

    assertThat(verifies(relayed)).isTrue();
  }

  @Test
  void a_proof_without_a_context_of_its_own_counts_with_that_of_the_document() {
    var vector = Vectors.read("fep-8b32.json").tree("document").orElseThrow();
    var proof = vector.tree("proof").orElseThrow().without("@context");

    var key = Multikey.decode("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2");
    assertThat(verifies(vector.with("proof", proof), key, ProofPurpose.ASSERTION)).isTrue();
    assertThat(
            verifies(
                vector.with("proof", proof).with("@context", more(vector, "https://evil.example")),
                key,
                ProofPurpose.ASSERTION))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "type, DataIntegrityProof2",
    "type, Ed25519Signature2020",
    "cryptosuite, eddsa-rdfc-2022",
    "cryptosuite, ecdsa-jcs-2019",
    "proofPurpose, authentication",
    "proofPurpose, capabilityInvocation",
    "proofValue, ''",
    "proofValue, z",
    "proofValue, zz0OIl",
    "proofValue, z6MkjAeVCnyBNHKfDJk2gNSSqckCFXuAWEDkRPq5XKNupyZX",
    "verificationMethod, ' '",
    "previousProof, urn:uuid:1"
  })
  void a_proof_of_another_kind_is_none(String property, String value) {
    var signed = sign(NOTE);
    var proof = signed.tree("proof").orElseThrow();

    assertThat(IntegrityProof.in(signed.with("proof", proof.with(property, value)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"proof\":null}",
        "{\"proof\":\"z1\"}",
        "{\"proof\":[]}",
        "{\"proof\":[[{}]]}"
      })
  void a_document_without_a_proof_has_none(String json) {
    assertThat(IntegrityProof.in(StrictJson.parse(json))).isEmpty();
  }

  @Test
  void of_several_proofs_the_first_that_can_be_checked_counts() {
    var signed = sign(NOTE);
    var ours = signed.tree("proof").orElseThrow();
    var foreign = ours.with("cryptosuite", "bbs-2023");

    assertThat(verifies(signed.with("proof", List.of(foreign, ours)))).isTrue();
    assertThat(IntegrityProof.in(signed.with("proof", Collections.nCopies(4, foreign)))).isEmpty();
  }

  @Test
  void of_a_thousand_proofs_only_a_few_are_looked_at() {
    var signed = sign(NOTE);
    var ours = signed.tree("proof").orElseThrow();
    var proofs = new ArrayList<>(Collections.nCopies(999, ours.with("type", "Other")));
    proofs.add(ours);

    assertThat(IntegrityProof.in(signed.with("proof", proofs))).isEmpty();
  }

  @Test
  void a_key_of_another_kind_verifies_nothing() throws Exception {
    var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic();

    assertThat(IntegrityProof.in(sign(NOTE)).orElseThrow().verifies(rsa)).isFalse();
  }

  @Test
  void a_did_brings_its_key_along() {
    var proof = IntegrityProof.in(FEATURES.tree("peer_vc").orElseThrow()).orElseThrow();

    assertThat(proof.keyId()).isEmpty();
    assertThat(proof.verifies(proof.didKey().orElseThrow().key())).isTrue();
  }

  @Test
  void a_presentation_says_for_whom_and_what_it_answers() {
    var proof =
        IntegrityProof.in(FEATURES.tree("presentation").orElseThrow(), ProofPurpose.AUTHENTICATION)
            .orElseThrow();

    assertThat(proof.domain()).contains("jobs.globex.example");
    assertThat(proof.challenge()).contains("n-0S6_WzA2Mj");
    assertThat(proof.expires()).isEmpty();
    assertThat(IntegrityProof.in(FEATURES.tree("presentation").orElseThrow())).isEmpty();
  }

  @Property(tries = 300)
  void whatever_a_document_says_is_signed_and_protected(
      @ForAll @StringLength(max = 40) String text, @ForAll double number) {
    var document = NOTE.with("summary", sane(text)).with("number", finite(number));

    var signed = StrictJson.parse(sign(document).toBytes());

    assertThat(verifies(signed)).isTrue();
    assertThat(verifies(signed.with("summary", sane(text) + "."))).isFalse();
  }

  @Property(tries = 500)
  void nothing_but_a_no_comes_of_a_proof_full_of_noise(
      @ForAll @StringLength(max = 120) String value,
      @ForAll @StringLength(max = 40) String method) {
    var proof =
        sign(NOTE)
            .tree("proof")
            .orElseThrow()
            .with("proofValue", "z" + value)
            .with("verificationMethod", method);
    try {
      assertThat(
              IntegrityProof.in(NOTE.with("proof", proof)).filter(found -> found.verifies(ALICE)))
          .isEmpty();
    } catch (Problem refused) {
      assertThat(refused.kind()).isEqualTo(Problem.Kind.MALFORMED);
    }
  }

  /** All but the one that drafts of the suite make: they did not write the proof's context. */
  private static Stream<Tree> changes(Tree document) {
    var proof = document.tree("proof").orElseThrow();
    var asDraftsHaveIt = document.with("proof", proof.without("@context"));
    return Changes.of(document).stream().filter(changed -> !changed.equals(asDraftsHaveIt));
  }

  private static List<Object> more(Tree document, Object context) {
    var contexts = new ArrayList<>(document.items("@context"));
    contexts.add(context);
    return contexts;
  }

  private static String sane(String text) {
    return text.replaceAll("[\\u0000\\ud800-\\udfff]", "?");
  }

  private static double finite(double number) {
    return Double.isFinite(number) ? number : 0;
  }

  private static Tree sign(Tree document) {
    return IntegrityProof.sign(document, KEY_ID, Vectors.labelled("alice-exit"), NOW);
  }

  private static boolean verifies(Tree document) {
    return verifies(document, ALICE, ProofPurpose.ASSERTION);
  }

  private static boolean verifies(Tree document, PublicKey key, ProofPurpose purpose) {
    return IntegrityProof.in(document, purpose).filter(proof -> proof.verifies(key)).isPresent();
  }

  private static PublicKey key(String label) {
    return Multikey.decode(FEATURES.tree("keys").flatMap(keys -> keys.string(label)).orElseThrow());
  }

  private static String other(String label) {
    var keys = FEATURES.tree("keys").orElseThrow();
    return keys.names().stream()
        .filter(name -> !name.equals(label))
        .findFirst()
        .flatMap(keys::string)
        .orElseThrow();
  }

  private static Instant instant(String text) {
    return Instant.parse(text);
  }
}

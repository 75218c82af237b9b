package social.kring.protocol.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import social.kring.protocol.signature.Provider;
import social.kring.protocol.signature.PublicKeys;
import social.kring.protocol.url.FediUrl;

class ProofsOfEveryProviderTest {
  private static final String ALICE = "z6MkjAeVCnyBNHKfDJk2gNSSqckCFXuAWEDkRPq5XKNupyZX";

  @ParameterizedTest
  @EnumSource(Provider.class)
  void every_provider_makes_the_same_proof_and_checks_it(Provider provider) throws Exception {
    assumeTrue(provider.isAvailable());
    var move = Vectors.read("feature-vectors.json").tree("move_exit_key").orElseThrow();
    var keyId = FediUrl.parse("https://acme.example/ap/p/7f3a#exit-key");
    var encoded = Vectors.labelled("alice-exit").getEncoded();
    provider.install();
    try {
      var secret =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      var key = Multikey.decode(ALICE);

      var signed = IntegrityProof.sign(move, keyId, secret, Instant.parse("2026-09-21T08:00:00Z"));

      assertThat(signed).isEqualTo(move);
      assertThat(Multikey.encode(key)).isEqualTo(ALICE);
      assertThat(IntegrityProof.in(move).orElseThrow().verifies(key)).isTrue();
      assertThat(
              IntegrityProof.in(move).orElseThrow().verifies(PublicKeys.ofSpki(key.getEncoded())))
          .isTrue();
      assertThat(IntegrityProof.in(move.with("to", "x")).orElseThrow().verifies(key)).isFalse();
    } finally {
      provider.remove();
    }
  }
}

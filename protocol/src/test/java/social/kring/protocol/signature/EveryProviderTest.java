package social.kring.protocol.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.security.KeyPair;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import social.kring.protocol.Problem;

class EveryProviderTest {

  @ParameterizedTest
  @EnumSource(Provider.class)
  void every_provider_signs_and_verifies_what_any_other_does(Provider provider) {
    assumeTrue(provider.isAvailable());
    for (var pair : new KeyPair[] {Keys.RSA, Keys.ED25519}) {
      var elsewhere = SignedRequest.post(CavageSigner::sign, pair);
      provider.install();
      try {
        var key = PublicKeys.ofPem(PublicKeys.toPem(pair.getPublic()));
        var secret = PrivateKeys.ofPkcs8(pair.getPrivate().getEncoded());
        var here = SignedRequest.post(MessageSigner::sign, new KeyPair(key, secret));
        assertThat(elsewhere.received().verifies(key)).isTrue();
        assertThat(here.received().verifies(key)).isTrue();
        assertThat(here.received().verifies(Keys.OTHER_RSA.getPublic())).isFalse();
        assertThat(here.received().verifies(Keys.OTHER_ED25519.getPublic())).isFalse();
      } finally {
        provider.remove();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Provider.class)
  void garbled_keys_are_malformed_for_all(Provider provider) {
    assumeTrue(provider.isAvailable());
    provider.install();
    try {
      for (var pair : new KeyPair[] {Keys.RSA, Keys.ED25519, Keys.rsa(1_024), Keys.pair("EC")}) {
        var octets = pair.getPublic().getEncoded();
        for (var at = 0; at < octets.length; at += 5) {
          octets[at] ^= 0x55;
          readOrRefused(octets);
          octets[at] ^= 0x55;
        }
      }
    } finally {
      provider.remove();
    }
  }

  private static void readOrRefused(byte[] octets) {
    try {
      assertThat(KeyAlgorithm.of(PublicKeys.ofSpki(octets))).isPresent();
    } catch (Problem refused) {
      assertThat(refused.kind()).isEqualTo(Problem.Kind.MALFORMED);
    }
  }
}

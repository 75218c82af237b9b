package social.kring.protocol.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignAndVerifyTest {

  record Case(String name, SignedRequest.Signer signer, KeyPair pair) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("cavage, RSA", CavageSigner::sign, Keys.RSA),
        new Case("cavage, Ed25519", CavageSigner::sign, Keys.ED25519),
        new Case("RFC 9421, RSA", MessageSigner::sign, Keys.RSA),
        new Case("RFC 9421, Ed25519", MessageSigner::sign, Keys.ED25519));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void what_is_signed_here_verifies_by_its_key_and_by_no_other(Case by) {
    for (var request :
        new SignedRequest[] {
          SignedRequest.post(by.signer(), by.pair()), SignedRequest.get(by.signer(), by.pair())
        }) {
      var signature = request.received();
      assertThat(signature.keyId()).isEqualTo(SignedRequest.KEY_ID);
      assertThat(signature.verifies(by.pair().getPublic())).isTrue();
      assertThat(signature.verifies(Keys.OTHER_RSA.getPublic())).isFalse();
      assertThat(signature.verifies(Keys.OTHER_ED25519.getPublic())).isFalse();
    }
  }
}

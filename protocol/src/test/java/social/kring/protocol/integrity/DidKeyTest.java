package social.kring.protocol.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.Problem;

class DidKeyTest {
  private static final String KEY = "z6MkkiapTYRNrQmw5xsDr4ZE6UQRdR7ipQrL91ectq2zFDPk";

  @Test
  void a_did_is_its_key() {
    var did = DidKey.parse("did:key:" + KEY);

    assertThat(Multikey.encode(did.key())).isEqualTo(KEY);
    assertThat(DidKey.of(did.key())).isEqualTo(did);
    assertThat(did.text()).isEqualTo("did:key:" + KEY);
  }

  @Test
  void the_address_of_its_key_is_the_same_identity() {
    var did = DidKey.parse("did:key:" + KEY);

    assertThat(DidKey.parse(did.verificationMethod())).isEqualTo(did);
    assertThat(did.verificationMethod()).isEqualTo("did:key:" + KEY + "#" + KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "did:key:",
        "did:web:acme.example",
        "DID:KEY:" + KEY,
        "did:key:" + KEY + "#",
        "did:key:" + KEY + "#other",
        "did:key:" + KEY + "?versionId=1",
        "did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme",
        "did:key:z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc"
      })
  void what_is_no_did_of_an_ed25519_key_is_refused(String text) {
    assertThat(DidKey.tryParse(text)).isEmpty();
    assertThatThrownBy(() -> DidKey.parse(text)).isInstanceOf(Problem.class);
  }
}

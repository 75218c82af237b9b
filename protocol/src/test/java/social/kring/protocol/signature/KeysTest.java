package social.kring.protocol.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.KeyPair;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.Problem;

class KeysTest {

  @Test
  void keys_are_read_as_they_were_written() {
    for (var pair : new KeyPair[] {Keys.RSA, Keys.ED25519}) {
      var key = pair.getPublic();
      assertThat(PublicKeys.ofPem(PublicKeys.toPem(key))).isEqualTo(key);
      assertThat(PublicKeys.ofSpki(key.getEncoded())).isEqualTo(key);
      assertThat(PrivateKeys.ofPkcs8(pair.getPrivate().getEncoded())).isEqualTo(pair.getPrivate());
    }
  }

  @Test
  void pem_is_written_in_lines_as_openssl_does() {
    assertThat(PublicKeys.toPem(Keys.RSA.getPublic()).lines())
        .startsWith("-----BEGIN PUBLIC KEY-----")
        .endsWith("-----END PUBLIC KEY-----")
        .allMatch(line -> line.length() <= 64);
  }

  @Test
  void pem_is_read_with_any_white_space() {
    var pem = PublicKeys.toPem(Keys.ED25519.getPublic());
    for (var written :
        new String[] {pem.strip(), "\r\n" + pem.replace("\n", "\r\n"), pem.replace("\n", "")}) {
      assertThat(PublicKeys.ofPem(written)).isEqualTo(Keys.ED25519.getPublic());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC", "DSA", "Ed448", "X25519"})
  void other_kinds_are_refused(String algorithm) {
    var pair = Keys.pair(algorithm);
    assertMalformed(() -> PublicKeys.ofSpki(pair.getPublic().getEncoded()));
    assertMalformed(() -> PrivateKeys.ofPkcs8(pair.getPrivate().getEncoded()));
    assertThat(KeyAlgorithm.of(pair.getPublic())).isEmpty();
  }

  @Test
  void weak_keys_are_refused() {
    var pair = Keys.rsa(1_024);
    assertMalformed(() -> PublicKeys.ofSpki(pair.getPublic().getEncoded()));
    assertMalformed(() -> PrivateKeys.ofPkcs8(pair.getPrivate().getEncoded()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "-----BEGIN PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY-----\naGk=\n-----END PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY-----\n!\n-----END PUBLIC KEY-----",
        "-----BEGIN RSA PUBLIC KEY-----\naGk=\n-----END RSA PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY-----\naGk=\n-----END RSA PUBLIC KEY-----",
        "-----BEGIN CERTIFICATE-----\naGk=\n-----END CERTIFICATE-----"
      })
  void what_is_no_pem_of_a_key_is_refused(String pem) {
    assertMalformed(() -> PublicKeys.ofPem(pem));
  }

  @Property
  void any_octets_are_a_key_or_malformed(@ForAll byte[] octets) {
    assertKeyOrMalformed(octets);
  }

  @Property
  void a_key_with_a_wrong_octet_is_a_key_or_malformed(
      @ForAll @IntRange(max = 293) int at, @ForAll byte octet) {
    for (var key :
        new byte[][] {Keys.RSA.getPublic().getEncoded(), Keys.ED25519.getPublic().getEncoded()}) {
      key[at % key.length] = octet;
      assertKeyOrMalformed(key);
    }
  }

  @Test
  void a_signing_key_does_not_tell_its_secret() {
    var secret = Base64.getEncoder().encodeToString(Keys.RSA.getPrivate().getEncoded());
    var text = new SigningKey(SignedRequest.KEY_ID, Keys.RSA.getPrivate()).toString();
    assertThat(text).isEqualTo("SigningKey[" + SignedRequest.KEY_ID + "]").doesNotContain(secret);
  }

  private static void assertKeyOrMalformed(byte[] octets) {
    try {
      assertThat(KeyAlgorithm.of(PublicKeys.ofSpki(octets))).isPresent();
    } catch (Problem refused) {
      assertThat(refused.kind()).isEqualTo(Problem.Kind.MALFORMED);
    }
  }

  private static void assertMalformed(ThrowingCallable reading) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(reading)
        .matches(problem -> problem.kind() == Problem.Kind.MALFORMED);
  }
}

package social.kring.protocol.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/**
 * draft-cavage-http-signatures-12, appendix C. Its key has 1024 bits, which no request gets away
 * with here, so the signed text and the verification are tried one by one.
 */
class CavageVectorsTest {
  private static final String PEM =
      """
      -----BEGIN PUBLIC KEY-----
      MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDCFENGw33yGihy92pDjZQhl0C3
      6rPJj+CvfSC8+q28hxA161QFNUd13wuCTUcq0Qd2qsBe/2hFyc2DCJJg0h1L78+6
      Z4UMR7EOcpfdUE9Hf3m/hs+FUR45uBJeDK1HSFHD8bHKD6kv8FPGfJTotc+2xjJw
      oYi+1hqp1fIekaxsyQIDAQAB
      -----END PUBLIC KEY-----
      """;

  private static final ReceivedRequest REQUEST =
      new ReceivedRequest(
          "POST",
          FediUrl.parse("https://example.com/foo?param=value&pet=dog"),
          Map.of(
              "host", "example.com",
              "date", "Sun, 05 Jan 2014 21:31:40 GMT",
              "content-type", "application/json",
              "digest", "SHA-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=",
              "content-length", "18"),
          "{\"hello\": \"world\"}".getBytes(StandardCharsets.UTF_8));

  @ParameterizedTest
  @CsvSource({
    "date, SjWJWbWN7i0wzBvtPl8rbASWz5xQW6mcJmn+ibttBqtifLN7Sazz6m79cNfwwb8DMJ5cou1s7uEGKKCs+FLEEaDV5lp7q25WqS+lavg7T8hc0GppauB6hbgEKTwblDHYGEtbGmtdHgVCk9SuS13F0hZ8FD0k/5OxEPXe5WozsbM=",
    "(request-target) host date, qdx+H7PHHDZgy4y/Ahn9Tny9V3GP6YgBPyUXMmoxWtLbHpUnXS2mg2+SbrQDMCJypxBLSPQR2aAjn7ndmw2iicw3HMbe8VfEdKFYRqzic+efkb3nndiv/x1xSHDJWeSWkx3ButlYSuBskLu6kd9Fswtemr3lgdDEmn04swr2Os0=",
    "(request-target) host date content-type digest content-length, vSdrb+dS3EceC9bcwHSo4MlyKS59iFIrhgYkz8+oVLEEzmYZZvRs8rgOp+63LEM3v+MFHB32NfpB2bEKBIvB1q52LaEUHFv120V01IL+TAD48XaERZFukWgHoBTLMhYS2Gb51gWxpeIq8knRmPnYePbF5MOkR0Zkly4zKH7s1dE="
  })
  void the_published_signatures_fit_the_texts_that_we_build(String covered, String signature)
      throws GeneralSecurityException {
    var octets = Base64.getDecoder().decode(signature);
    var text = CavageSignature.text(covering(covered, octets), REQUEST, "/foo?param=value&pet=dog");
    assertThat(KeyAlgorithm.RSA_SHA256.verifies(weakKey(), text, octets)).isTrue();
    text[0]++;
    assertThat(KeyAlgorithm.RSA_SHA256.verifies(weakKey(), text, octets)).isFalse();
  }

  @Test
  void their_key_is_too_weak_for_a_request() throws GeneralSecurityException {
    assertThat(KeyAlgorithm.of(weakKey())).isEmpty();
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> PublicKeys.ofPem(PEM))
        .withMessage(
            "The public key is an RSA key of 1024 bits, expected RSA of 2048 to 8192 bits or"
                + " Ed25519");
  }

  private static CavageParameters covering(String covered, byte[] signature) {
    return new CavageParameters(
        SignedRequest.KEY_ID,
        "rsa-sha256",
        List.of(covered.split(" ")),
        Optional.empty(),
        Optional.empty(),
        signature);
  }

  private static PublicKey weakKey() throws GeneralSecurityException {
    var spki = PemBlock.parse(PEM).content();
    return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(spki));
  }
}

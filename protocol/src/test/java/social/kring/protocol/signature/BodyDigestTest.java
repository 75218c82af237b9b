package social.kring.protocol.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.Problem;

/** The digests of RFC 9530, appendix B, and of RFC 9421, whose body has no line feed. */
class BodyDigestTest {
  private static final byte[] LINE = "{\"hello\": \"world\"}\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] BODY = "{\"hello\": \"world\"}".getBytes(StandardCharsets.UTF_8);
  private static final String SHA256 = "X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=";
  private static final String SHA512 =
      "WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==";

  @Test
  void the_published_digests_are_those_that_we_write() {
    assertThat(BodyDigest.contentDigest(LINE))
        .isEqualTo("sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:");
    assertThat(BodyDigest.contentDigest(new byte[0]))
        .isEqualTo("sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:");
    assertThat(BodyDigest.digest(BODY)).isEqualTo("SHA-256=" + SHA256);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SHA-256=" + SHA256,
        "sha-256=" + SHA256,
        "Sha-512=" + SHA512,
        "SHA-256=" + SHA256 + ",SHA-512=" + SHA512,
        "MD5=xyz, unixsum=30637 , SHA-256 = " + SHA256
      })
  void a_digest_that_fits_is_accepted_among_others(String header) {
    assertThatCode(() -> BodyDigest.checkDigest(header, BODY)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sha-256=:" + SHA256 + ":",
        "sha-512=:" + SHA512 + ":",
        "sha-512=:" + SHA512 + ":,  sha-256=:" + SHA256 + ":;note=1",
        "md5=:AAAA:, sha=7, unencoded-digest, sha-256=:" + SHA256 + ":"
      })
  void a_content_digest_that_fits_is_accepted_among_others(String header) {
    assertThatCode(() -> BodyDigest.checkContentDigest(header, BODY)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SHA-256",
        "SHA-256=",
        "SHA-256=not base64",
        "SHA-256=:" + SHA256 + ":",
        "SHA-256=" + SHA512,
        "SHA-512=" + SHA256,
        "MD5=Sd/dVLAcvNLSq16eXua5uQ==",
        "SHA-256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        "SHA-256=" + SHA256 + ",SHA-256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        "SHA-512=AAAA,SHA-256=" + SHA256,
        "SHA-256=" + SHA256 + ","
      })
  void any_other_digest_is_refused(String header) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> BodyDigest.checkDigest(header, BODY))
        .matches(problem -> problem.kind() == Problem.Kind.UNAUTHENTICATED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sha-256",
        "sha-256=" + SHA256,
        "sha-256=\"" + SHA256 + "\"",
        "sha-256=(:" + SHA256 + ":)",
        "SHA-256=:" + SHA256 + ":",
        "sha-256=:" + SHA512 + ":",
        "md5=:Sd/dVLAcvNLSq16eXua5uQ==:",
        "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:",
        "sha-256=:" + SHA256 + ":, sha-256=:" + SHA256 + ":",
        "sha-512=:AAAA:, sha-256=:" + SHA256 + ":",
        "sha-256=:" + SHA256 + ":,"
      })
  void any_other_content_digest_is_refused(String header) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> BodyDigest.checkContentDigest(header, BODY))
        .matches(problem -> problem.kind() == Problem.Kind.UNAUTHENTICATED);
  }
}

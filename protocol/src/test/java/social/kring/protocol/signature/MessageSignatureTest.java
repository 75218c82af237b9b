package social.kring.protocol.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static social.kring.protocol.signature.SignedRequest.NOW;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.Problem;

class MessageSignatureTest {
  private static final String ALL = "@method @target-uri content-digest";
  private static final String CREATED = ";created=" + NOW.getEpochSecond();
  private static final String PARAMETERS = CREATED + Peer.keyId();

  @ParameterizedTest
  @ValueSource(
      strings = {
        ALL,
        "content-digest @target-uri @method",
        ALL + " @authority @scheme @path @query @request-target",
        ALL + " host date content-type"
      })
  void what_peers_cover_beyond_the_necessary_is_understood(String covered) {
    assertVerifies(Peer.message(Peer.post(), covered, PARAMETERS, Keys.RSA));
  }

  @Test
  void a_get_needs_no_digest_and_its_query_has_a_component_of_its_own() {
    var covered = "@method @target-uri @path @query @request-target";
    assertVerifies(Peer.message(Peer.get(), covered, PARAMETERS, Keys.RSA));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ";alg=\"rsa-v1_5-sha256\"",
        ";nonce=\"abc\";tag=\"fediverse\";x=@1;y=1.5;z",
      })
  void the_algorithm_may_be_named_and_what_is_unknown_is_only_covered(String more) {
    assertVerifies(Peer.message(Peer.post(), ALL, PARAMETERS + more, Keys.RSA));
  }

  @Test
  void a_named_algorithm_is_the_one_of_the_key() {
    var ed25519 = PARAMETERS + ";alg=\"ed25519\"";
    var good = Peer.message(Peer.post(), ALL, ed25519, Keys.ED25519).received();
    assertThat(good.verifies(Keys.ED25519.getPublic())).isTrue();
    var bad = Peer.message(Peer.post(), ALL, ed25519, Keys.RSA).received();
    assertThat(bad.verifies(Keys.RSA.getPublic())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "@target-uri content-digest, @method",
    "@method content-digest, @target-uri",
    "@method @target-uri, content-digest",
    "@method @authority @path content-digest, @target-uri"
  })
  void what_must_be_covered_is_named(String covered, String missing) {
    assertRefused(Peer.message(Peer.post(), covered, PARAMETERS, Keys.RSA))
        .withMessageStartingWith("The signature does not cover " + missing + ", expected");
  }

  @Test
  void the_time_of_creation_is_needed_and_bounded() {
    assertRefused(Peer.message(Peer.post(), ALL, Peer.keyId(), Keys.RSA))
        .withMessage("The signature has no time of creation");
    var request = Peer.message(Peer.post(), ALL, PARAMETERS, Keys.RSA);
    request.receivedAt(NOW.plus(Duration.ofHours(12)));
    request.receivedAt(NOW.minus(Duration.ofHours(1)));
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> request.receivedAt(NOW.plus(Duration.ofHours(12)).plusSeconds(1)))
        .withMessageContaining("stale");
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> request.receivedAt(NOW.minus(Duration.ofHours(1)).minusSeconds(1)))
        .withMessageContaining("ahead");
  }

  @Test
  void what_has_expired_is_refused() {
    var past = PARAMETERS + ";expires=" + (NOW.getEpochSecond() - 1);
    assertRefused(Peer.message(Peer.post(), ALL, past, Keys.RSA))
        .withMessageStartingWith("The signature expired");
    var future = PARAMETERS + ";expires=" + (NOW.getEpochSecond() + 1);
    assertVerifies(Peer.message(Peer.post(), ALL, future, Keys.RSA));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ";created=\"1\"",
        ";created=1.5",
        ";created",
        ";created=99999999999999",
        ";created=-999999999999999"
      })
  void a_time_that_is_none_is_refused(String created) {
    assertRefused(Peer.message(Peer.post(), ALL, created + Peer.keyId(), Keys.RSA));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";keyid=1", ";keyid=\"bob\"", ";keyid=\"\"", ";keyid=https"})
  void a_key_is_named_by_its_address(String keyId) {
    assertRefused(Peer.message(Peer.post(), ALL, CREATED + keyId, Keys.RSA))
        .withMessageContaining("keyid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rsa-pss-sha512", "hmac-sha256", "ecdsa-p256-sha256", "rsa-sha256", "", "RSA"})
  void no_other_algorithm_counts(String algorithm) {
    var parameters = PARAMETERS + ";alg=\"" + algorithm + "\"";
    assertRefused(Peer.message(Peer.post(), ALL, parameters, Keys.RSA))
        .withMessageContaining("alg");
  }

  @Test
  void a_body_that_is_not_the_signed_one_is_refused() {
    var request = Peer.message(Peer.post(), ALL, PARAMETERS, Keys.RSA);
    assertRefused(request.carrying("{}".getBytes(StandardCharsets.UTF_8)))
        .withMessage("The SHA-256 in Content-Digest does not fit the body that came");
    assertRefused(request.without("content-digest"));
  }

  @Test
  void a_covered_header_must_be_there() {
    var request = Peer.message(Peer.post(), ALL + " content-type", PARAMETERS, Keys.RSA);
    assertRefused(request.without("content-type"))
        .withMessage("The signature covers content-type, which the request does not have");
    assertRefused(Peer.message(Peer.post(), ALL + " @status", PARAMETERS, Keys.RSA))
        .withMessageContaining("@status");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(\"@method\" \"@method\" \"@target-uri\" \"content-digest\")",
        "(\"@method\" \"@target-uri\";req \"content-digest\")",
        "(\"@method\" \"@target-uri\" \"content-digest\";sf)",
        "(\"@method\" \"@target-uri\" \"content-digest\";key=\"sha-256\")",
        "(\"@method\" \"@target-uri\" \"content-digest\" \"@query-param\";name=\"page\")",
        "(\"@method\" \"@target-uri\" \"content-digest\" \"Host\")",
        "(@method \"@target-uri\" \"content-digest\")",
        "(method \"@target-uri\" \"content-digest\")",
        "()",
        "\"@method\""
      })
  void components_come_once_whole_and_by_name(String input) {
    var request =
        Peer.message(Peer.post(), ALL, PARAMETERS, Keys.RSA)
            .with("signature-input", "sig1=" + input + PARAMETERS);
    assertRefused(request);
  }

  @Test
  void the_first_of_several_that_keeps_the_rules_counts() {
    var request = Peer.message(Peer.post(), ALL, PARAMETERS, Keys.RSA);
    var several =
        request
            .changing(
                "signature-input",
                good ->
                    "proxy=(\"@authority\");created=1, other=?1, lost="
                        + Peer.input(ALL, PARAMETERS)
                        + ", "
                        + good)
            .changing("signature", good -> "proxy=:aGk=:, " + good + ", stray=:aGk=:");
    assertVerifies(several);
  }

  @Test
  void where_none_of_several_keeps_them_the_first_refusal_is_told() {
    var request =
        Peer.post()
            .with("signature-input", "a=(\"@method\")" + PARAMETERS + ", b=()" + PARAMETERS)
            .with("signature", "a=:aGk=:, b=:aGk=:");
    assertRefused(request).withMessageContaining("does not cover @target-uri");
  }

  @Test
  void no_more_than_eight_are_tried() {
    var inputs = new StringBuilder();
    for (var i = 0; i < 8; i++) inputs.append("bad").append(i).append("=(), ");
    var request = Peer.message(Peer.post(), ALL, PARAMETERS, Keys.RSA);
    assertRefused(request.changing("signature-input", good -> inputs + good));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "sig1", "sig1=hi", "sig1=\"aGk=\"", "sig1=(:aGk=:)", "sig2=:aGk=:"})
  void a_signature_must_belong_to_what_describes_it(String signature) {
    var request = Peer.message(Peer.post(), ALL, PARAMETERS, Keys.RSA);
    assertRefused(request.with("signature", signature));
    assertRefused(request.without("signature")).withMessageContaining("no Signature header");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sig1=:aGk=:, sig1=:aGk=:", "Sig1=:aGk=:", "sig1=:aGk=:,", "sig1=:aGk=: x"})
  void a_field_that_cannot_be_read_is_refused(String field) {
    var request = Peer.message(Peer.post(), ALL, PARAMETERS, Keys.RSA);
    assertRefused(request.with("signature", field)).withMessageContaining("cannot be read at");
    assertRefused(request.with("signature-input", field)).withMessageContaining("cannot be read");
  }

  private static void assertVerifies(SignedRequest request) {
    assertThat(request.received().verifies(Keys.RSA.getPublic())).isTrue();
  }

  private static ThrowableAssertAlternative<Problem> assertRefused(SignedRequest request) {
    return assertThatExceptionOfType(Problem.class)
        .isThrownBy(request::received)
        .matches(problem -> problem.kind() == Problem.Kind.UNAUTHENTICATED);
  }
}

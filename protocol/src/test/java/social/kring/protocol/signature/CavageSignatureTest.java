package social.kring.protocol.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static social.kring.protocol.signature.SignedRequest.NOW;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

class CavageSignatureTest {
  private static final String ALL = "(request-target) host date digest";
  private static final String RSA_SHA256 = "algorithm=\"rsa-sha256\",";
  private static final String HS2019 = "algorithm=\"hs2019\",";

  @ParameterizedTest
  @ValueSource(
      strings = {
        RSA_SHA256,
        HS2019,
        "",
        "algorithm=\"RSA-SHA256\",",
        "algorithm = \"rsa-sha256\" ,\t",
        "unknown=\"x\",version=2,",
      })
  void peers_write_their_parameters_in_several_ways(String parameters) {
    assertVerifies(Peer.cavage(Peer.post(), ALL, parameters, Keys.RSA));
  }

  @Test
  void more_than_needed_may_be_covered_in_any_order_and_case() {
    var covered = "Host content-type (request-target) Digest date";
    var request = Peer.cavage(Peer.post(), covered.toLowerCase(Locale.ROOT), "", Keys.RSA);
    assertVerifies(request);
    assertVerifies(request.changing("signature", header -> header.replace("host", "Host")));
  }

  @Test
  void the_scheme_may_stand_before_the_parameters() {
    var request = Peer.cavage(Peer.post(), ALL, RSA_SHA256, Keys.RSA);
    assertVerifies(request.changing("signature", header -> "Signature " + header));
  }

  @Test
  void a_get_needs_no_digest() {
    assertVerifies(Peer.cavage(Peer.get(), "(request-target) host date", RSA_SHA256, Keys.RSA));
  }

  @Test
  void the_time_of_creation_stands_for_the_date() {
    var created = HS2019 + "created=" + NOW.getEpochSecond() + ",";
    var request = Peer.post().without("date");
    assertVerifies(
        Peer.cavage(request, "(request-target) (created) host digest", created, Keys.ED25519),
        Keys.ED25519);
  }

  @Test
  void an_ed25519_key_signs_by_hs2019_or_by_its_own_name_but_not_as_rsa() {
    assertVerifies(Peer.cavage(Peer.post(), ALL, HS2019, Keys.ED25519), Keys.ED25519);
    assertVerifies(
        Peer.cavage(Peer.post(), ALL, "algorithm=\"ed25519\",", Keys.ED25519), Keys.ED25519);
    var named = Peer.cavage(Peer.post(), ALL, RSA_SHA256, Keys.ED25519).received();
    assertThat(named.verifies(Keys.ED25519.getPublic())).isFalse();
    var rsa = Peer.cavage(Peer.post(), ALL, "algorithm=\"ed25519\",", Keys.RSA).received();
    assertThat(rsa.verifies(Keys.RSA.getPublic())).isFalse();
  }

  @Test
  void a_weak_key_verifies_nothing() {
    var weak = Keys.rsa(1_024);
    var request = Peer.cavage(Peer.post(), ALL, RSA_SHA256, weak);
    assertThat(request.received().verifies(weak.getPublic())).isFalse();
  }

  @Test
  void a_get_may_have_been_signed_without_its_query_as_older_peers_do() {
    var covered = "(request-target) host date";
    assertVerifies(Peer.cavage(Peer.get(), covered, RSA_SHA256, Keys.RSA, "/ap/outbox"));
    var other = Peer.cavage(Peer.get(), covered, RSA_SHA256, Keys.RSA, "/ap/outbox?page=3");
    assertThat(other.received().verifies(Keys.RSA.getPublic())).isFalse();
  }

  @Test
  void a_post_is_signed_with_its_query() {
    var target = FediUrl.parse("https://acme.example/?inbox=alice");
    var request = Peer.unsigned("POST", target, SignedRequest.BODY);
    assertVerifies(Peer.cavage(request, ALL, RSA_SHA256, Keys.RSA, "/?inbox=alice"));
    var without = Peer.cavage(request, ALL, RSA_SHA256, Keys.RSA, "/");
    assertThat(without.received().verifies(Keys.RSA.getPublic())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "host date digest, (request-target)",
    "(request-target) date digest, host",
    "(request-target) host digest, date",
    "(request-target) host date, digest",
  })
  void what_must_be_covered_is_named(String covered, String missing) {
    assertRefused(Peer.cavage(Peer.post(), covered, RSA_SHA256, Keys.RSA))
        .withMessageStartingWith("The signature does not cover " + missing + ", expected");
  }

  @Test
  void an_empty_post_covers_the_digest_of_nothing() {
    var empty = Peer.unsigned("POST", SignedRequest.INBOX, SignedRequest.NONE);
    assertVerifies(Peer.cavage(empty, ALL, RSA_SHA256, Keys.RSA));
    assertRefused(Peer.cavage(empty, "(request-target) host date", RSA_SHA256, Keys.RSA))
        .withMessageContaining("digest");
  }

  @Test
  void without_a_list_only_the_time_of_creation_is_covered() {
    var request = Peer.cavage(Peer.post(), ALL, HS2019, Keys.RSA);
    var bare =
        request.changing("signature", header -> header.replace("headers=\"" + ALL + "\",", ""));
    assertRefused(bare).withMessageContaining("(request-target)");
  }

  @Test
  void a_covered_header_must_be_there() {
    var request = Peer.cavage(Peer.post(), ALL + " content-type", RSA_SHA256, Keys.RSA);
    assertRefused(request.without("content-type"))
        .withMessage("The signature covers content-type, which the request does not have");
    assertRefused(request.without("date")).withMessageContaining("date");
    assertRefused(request.without("digest")).withMessageContaining("digest");
    var created = Peer.cavage(Peer.post(), ALL + " (created)", HS2019, Keys.RSA);
    assertRefused(created).withMessageContaining("(created)");
  }

  @Test
  void the_host_is_the_one_that_serves_the_target() {
    var request = Peer.post().with("host", "other.example");
    assertRefused(Peer.cavage(request, ALL, RSA_SHA256, Keys.RSA))
        .withMessage("Host is \"other.example\", expected acme.example");
    assertRefused(Peer.cavage(Peer.post().without("host"), ALL, RSA_SHA256, Keys.RSA));
    for (var same : new String[] {"ACME.example", "acme.example:443"}) {
      assertVerifies(Peer.cavage(Peer.post().with("host", same), ALL, RSA_SHA256, Keys.RSA));
    }
  }

  @Test
  void a_date_is_at_most_twelve_hours_old_and_one_hour_ahead() {
    var request = Peer.cavage(Peer.post(), ALL, RSA_SHA256, Keys.RSA);
    request.receivedAt(NOW.plus(Duration.ofHours(12)));
    request.receivedAt(NOW.minus(Duration.ofHours(1)));
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> request.receivedAt(NOW.plus(Duration.ofHours(12)).plusSeconds(1)))
        .withMessageContaining("stale");
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> request.receivedAt(NOW.minus(Duration.ofHours(1)).minusSeconds(1)))
        .withMessageContaining("ahead");
  }

  @ParameterizedTest
  @ValueSource(longs = {-12 * 3_600 - 1, 3_601})
  void so_is_a_time_of_creation_even_beside_a_good_date(long offset) {
    var created = HS2019 + "created=" + (NOW.getEpochSecond() + offset) + ",";
    assertRefused(Peer.cavage(Peer.post(), ALL + " (created)", created, Keys.RSA));
  }

  @Test
  void what_has_expired_is_refused_covered_or_not() {
    var past = HS2019 + "expires=" + (NOW.getEpochSecond() - 1) + ".5,";
    var future = HS2019 + "expires=" + (NOW.getEpochSecond() + 60) + ",";
    for (var covered : new String[] {ALL, ALL + " (expires)"}) {
      assertRefused(Peer.cavage(Peer.post(), covered, past, Keys.RSA))
          .withMessageStartingWith("The signature expired");
      assertVerifies(Peer.cavage(Peer.post(), covered, future, Keys.RSA));
    }
  }

  @Test
  void times_of_creation_and_expiry_do_not_go_with_rsa_sha256() {
    var created = RSA_SHA256 + "created=" + NOW.getEpochSecond() + ",";
    assertRefused(Peer.cavage(Peer.post(), ALL + " (created)", created, Keys.RSA))
        .withMessageContaining("hs2019");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-03-01T12:00:00Z", "", "Sun, 99 Mar 2026 12:00:00 GMT"})
  void a_date_that_is_none_is_refused(String date) {
    assertRefused(Peer.cavage(Peer.post().with("date", date), ALL, RSA_SHA256, Keys.RSA))
        .withMessageContaining("expected an HTTP date");
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "1e9", "9999999999999999"})
  void a_time_that_is_none_is_refused(String time) {
    assertRefused(Peer.cavage(Peer.post(), ALL, HS2019 + "expires=\"" + time + "\",", Keys.RSA))
        .withMessageContaining("expected seconds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hmac-sha256", "rsa-sha1", "rsa-sha512", "ecdsa-sha256", "none", ""})
  void no_other_algorithm_counts(String algorithm) {
    assertRefused(Peer.cavage(Peer.post(), ALL, "algorithm=\"" + algorithm + "\",", Keys.RSA))
        .withMessageContaining("expected rsa-sha256");
  }

  @Test
  void a_body_that_is_not_the_signed_one_is_refused() {
    var request = Peer.cavage(Peer.post(), ALL, RSA_SHA256, Keys.RSA);
    assertRefused(request.carrying("{}".getBytes(StandardCharsets.UTF_8)))
        .withMessage("The SHA-256 in Digest does not fit the body that came");
  }

  @Test
  void a_request_without_a_signature_is_told_so() {
    assertRefused(Peer.post())
        .withMessage("The request is not signed, expected a Signature header");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "keyId",
        "keyId=",
        "keyId=\"x",
        "keyId=\"x\"",
        "keyId=\"https://a.example/k\"",
        "keyId=\"https://a.example/k\",",
        "keyId=\"https://a.example/k\" signature=\"eA==\"",
        "keyId=\"https://a.example/k\",signature=\"~\"",
        "keyId=\"https://a.example/k\",keyId=\"https://b.example/k\",signature=\"eA==\"",
        "keyId=\"https://a.example/k\",KEYID=\"https://b.example/k\",signature=\"eA==\"",
        "keyId=\"https://a.example/k\",signature=\"eA==\",headers=\"host host\"",
        "keyId=\"acct:bob@a.example\",signature=\"eA==\"",
        "keyId=\"https://a.example/\u0001\",signature=\"eA==\"",
        "sig1=:aGk=:",
        "=\"x\"",
        ","
      })
  void a_header_that_cannot_be_read_is_refused(String header) {
    assertRefused(Peer.post().with("signature", header));
  }

  @Test
  void long_headers_and_many_parameters_are_refused() {
    assertRefused(Peer.post().with("signature", "keyId=\"" + "x".repeat(9_000) + "\""))
        .withMessageContaining("longer");
    var many = new StringBuilder("a=1");
    for (var i = 0; i < 40; i++) many.append(",x").append(i).append("=1");
    assertRefused(Peer.post().with("signature", many.toString()))
        .withMessageContaining("more than");
  }

  private static void assertVerifies(SignedRequest request) {
    assertVerifies(request, Keys.RSA);
  }

  private static void assertVerifies(SignedRequest request, KeyPair pair) {
    assertThat(request.received().verifies(pair.getPublic())).isTrue();
  }

  private static ThrowableAssertAlternative<Problem> assertRefused(SignedRequest request) {
    return assertThatExceptionOfType(Problem.class)
        .isThrownBy(request::received)
        .matches(problem -> problem.kind() == Problem.Kind.UNAUTHENTICATED);
  }
}

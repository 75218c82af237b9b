package social.kring.protocol.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

class SignaturePropertiesTest {
  private static final List<SignedRequest.Signer> SIGNERS =
      List.of(CavageSigner::sign, MessageSigner::sign);
  private static final List<SignedRequest> SIGNED =
      SIGNERS.stream().map(signer -> SignedRequest.post(signer, Keys.RSA)).toList();

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void what_we_sign_we_verify(
      @ForAll("methods") String method, @ForAll("targets") FediUrl target, @ForAll byte[] body) {
    for (var signer : SIGNERS) {
      assertThat(verifies(signed(signer, method, target, body))).isTrue();
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void any_change_of_what_is_covered_breaks_it(
      @ForAll("targets") FediUrl target,
      @ForAll byte[] body,
      @ForAll("changes") UnaryOperator<SignedRequest> change) {
    for (var signer : SIGNERS) {
      var request = signed(signer, "POST", target, body);
      assertThat(verifies(change.apply(request))).isFalse();
    }
  }

  @Property(tries = 2_000)
  void no_header_makes_reading_fail_otherwise_than_by_refusing(
      @ForAll("headers") String signature, @ForAll("headers") String input) {
    var cavage = Peer.post().with("signature", signature);
    assertThat(verifies(cavage)).isFalse();
    assertThat(verifies(cavage.with("signature-input", input))).isFalse();
    assertThat(verifies(cavage.with("signature-input", "sig1=" + input))).isFalse();
  }

  @Property(tries = 500)
  void a_signature_that_was_cut_or_garbled_is_none(
      @ForAll("headers") String garbage, @ForAll double where) {
    for (var request : SIGNED) {
      for (var name :
          new String[] {"signature", "signature-input", "date", "digest", "content-digest"}) {
        if (!request.headers().containsKey(name)) continue;
        var original = request.headers().get(name);
        var at = (int) (Math.abs(where % 1) * original.length());
        var garbled = original.substring(0, at) + garbage;
        if (!garbled.strip().equals(original)) {
          assertThat(verifies(request.with(name, garbled))).isFalse();
        }
      }
    }
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.of("GET", "POST");
  }

  @Provide
  Arbitrary<FediUrl> targets() {
    var tail = Arbitraries.strings().withChars("aZ09-._~:/?[]@!$&'()*+,;=%\"ü€").ofMaxLength(40);
    var start =
        Arbitraries.of("https://acme.example", "http://a.localhost:8080", "https://ü.example");
    return Combinators.combine(start, tail)
        .as((origin, rest) -> FediUrl.parse(origin + "/" + rest));
  }

  @Provide
  Arbitrary<UnaryOperator<SignedRequest>> changes() {
    return Arbitraries.of(
        request -> request.as("PUT"),
        request -> request.as("GET"),
        request -> request.to(request.target().text() + "x"),
        request -> request.to("https://other.example/" + request.target().pathAndQuery()),
        request -> request.to(request.target().text().replaceFirst("^http(s?)://", "http$1://x.")),
        request -> request.carrying("other".getBytes(StandardCharsets.UTF_8)),
        request -> request.carrying(new byte[request.body().length + 1]),
        request -> changed(request, "date", "Sun, 01 Mar 2026 12:00:01 GMT"),
        request ->
            changed(request, "created", Long.toString(SignedRequest.NOW.getEpochSecond() + 1)),
        request -> request.changing("signature", SignaturePropertiesTest::flipped));
  }

  @Provide
  Arbitrary<String> headers() {
    var parts =
        Arbitraries.of(
            "keyId=\"https://a.example/k\"",
            "signature=\"aGk=\"",
            "algorithm=\"hs2019\"",
            "headers=\"(request-target) host date digest\"",
            "created=1",
            "expires=x",
            ",",
            ";",
            "=",
            "\"",
            "\\",
            "(",
            ")",
            ":",
            "sig1",
            "sig1=:aGk=:",
            "\"@method\"",
            "\"@target-uri\"",
            "\"content-digest\"",
            ";created=1772366400",
            ";keyid=\"https://a.example/k\"",
            " ",
            "\t",
            "?1",
            "@1",
            "%\"",
            "-",
            "1.5",
            "\u0000",
            "ü",
            "\ud800");
    return Arbitraries.oneOf(
        parts.list().ofMaxSize(12).map(list -> String.join("", list)), Arbitraries.strings());
  }

  private static SignedRequest signed(
      SignedRequest.Signer signer, String method, FediUrl target, byte[] body) {
    return SignedRequest.of(signer, method, target, body, Keys.RSA, SignedRequest.NOW);
  }

  /** Cavage covers the date's header, RFC 9421 a parameter: what the other has does not count. */
  private static SignedRequest changed(SignedRequest request, String what, String value) {
    if (request.headers().containsKey("signature-input")) {
      return request.changing(
          "signature-input",
          input ->
              input.replaceAll(
                  "created=[0-9]+", "created=" + (SignedRequest.NOW.getEpochSecond() - 1)));
    }
    return request.with("date", what.equals("date") ? value : "Sun, 01 Mar 2026 11:59:59 GMT");
  }

  private static String flipped(String header) {
    var at = header.length() - 20;
    var other = header.charAt(at) == 'A' ? 'B' : 'A';
    return header.substring(0, at) + other + header.substring(at + 1);
  }

  private static boolean verifies(SignedRequest request) {
    try {
      return request.received().verifies(Keys.RSA.getPublic());
    } catch (Problem refused) {
      assertThat(refused.kind()).isEqualTo(Problem.Kind.UNAUTHENTICATED);
      assertThat(refused.getMessage()).isNotBlank().hasSizeLessThan(400);
      return false;
    }
  }
}

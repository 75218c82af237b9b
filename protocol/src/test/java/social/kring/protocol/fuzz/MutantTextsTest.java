package social.kring.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import social.kring.protocol.Problem;
import social.kring.protocol.discovery.Handle;
import social.kring.protocol.integrity.DidKey;
import social.kring.protocol.integrity.Multikey;
import social.kring.protocol.signature.CavageSigner;
import social.kring.protocol.signature.MessageSigner;
import social.kring.protocol.signature.PublicKeys;
import social.kring.protocol.signature.ReceivedRequest;
import social.kring.protocol.signature.RequestSignature;
import social.kring.protocol.signature.SigningKey;
import social.kring.protocol.url.Cidr;
import social.kring.protocol.url.FediUrl;
import social.kring.protocol.url.IpLiteral;
import social.kring.protocol.url.Origin;

/** Whatever became of a text or a header on its way, it is read, or refused for what it is. */
@Tag("fuzz")
class MutantTextsTest {
  private static final KeyPair PAIR = pair();
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final FediUrl INBOX = FediUrl.parse("https://acme.example/ap/inbox?a=b");
  private static final FediUrl KEY_ID = FediUrl.parse("https://peer.example/users/bob#main-key");
  private static final byte[] BODY = "{\"type\":\"Like\"}".getBytes(StandardCharsets.UTF_8);

  private static final Map<String, String> MESSAGE = signed(MessageSigner::sign);
  private static final Map<String, String> CAVAGE = signed(CavageSigner::sign);

  private interface Signer {
    Map<String, String> sign(
        String method, FediUrl target, byte[] body, SigningKey key, Instant now);
  }

  /** What reads one line of text, with a text that it takes. */
  private record Reader(String text, Function<String, Object> parse) {}

  private static final List<Reader> READERS =
      List.of(
          new Reader("https://Ünser.example:8443/a/b?c=d#e", FediUrl::parse),
          new Reader("http://[2001:db8::1]:80/", FediUrl::parse),
          new Reader("https://xn--nser-0ra.example/ü", text -> FediUrl.parse(text).toUri()),
          new Reader("https://a.example/ü?x", text -> FediUrl.parse(text).pathAndQuery()),
          new Reader("a.example:8080", Origin::ofAuthority),
          new Reader("[::1]:8080", text -> Origin.ofAuthority(text).literal()),
          new Reader("@alice@acme.example", Handle::parse),
          new Reader("acct:álice.b-c@ünser.example:81", text -> Handle.parse(text).webFingerUrl()),
          new Reader("2001:db8::/32", Cidr::parse),
          new Reader("10.0.0.0/8", Cidr::parse),
          new Reader("fe80::1", IpLiteral::parse),
          new Reader(PublicKeys.toPem(PAIR.getPublic()), PublicKeys::ofPem),
          new Reader("z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK", Multikey::decode),
          new Reader(
              "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK#z6Mkh",
              text -> DidKey.parse(text).key()));

  @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void a_text_is_read_or_malformed(
      @ForAll("readers") int which, @ForAll("changes") TextChange change) {
    var reader = READERS.get(which);
    try {
      assertThat(reader.parse().apply(change.apply(reader.text()))).isNotNull();
    } catch (Problem refused) {
      assertThat(refused.kind()).isEqualTo(Problem.Kind.MALFORMED);
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void a_request_is_verified_or_unauthenticated(
      @ForAll boolean message, @ForAll("names") String name, @ForAll("changes") TextChange change) {
    var headers = new HashMap<>(message ? MESSAGE : CAVAGE);
    headers.computeIfPresent(name, (same, value) -> change.apply(value));
    try {
      RequestSignature.of(new ReceivedRequest("POST", INBOX, headers, BODY), NOW)
          .verifies(PAIR.getPublic());
    } catch (Problem refused) {
      assertThat(refused.kind()).isEqualTo(Problem.Kind.UNAUTHENTICATED);
      assertThat(refused.getMessage()).isNotBlank().hasSizeLessThan(1_000);
    }
  }

  private static Map<String, String> signed(Signer signer) {
    var key = new SigningKey(KEY_ID, PAIR.getPrivate());
    var written = signer.sign("POST", INBOX, BODY, key, NOW);
    var headers = new HashMap<String, String>();
    headers.put("host", "acme.example");
    written.forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return headers;
  }

  @Provide
  Arbitrary<Integer> readers() {
    return Arbitraries.integers().between(0, READERS.size() - 1);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(
        "signature",
        "signature",
        "signature-input",
        "signature-input",
        "date",
        "digest",
        "content-digest",
        "host");
  }

  @Provide
  Arbitrary<TextChange> changes() {
    return TextChange.arbitrary();
  }

  private static KeyPair pair() {
    try {
      var generator = KeyPairGenerator.getInstance("Ed25519");
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

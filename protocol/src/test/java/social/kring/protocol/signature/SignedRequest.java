package social.kring.protocol.signature;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import social.kring.protocol.url.FediUrl;

/** A request on its way: signed by one side, perhaps changed, received by the other. */
record SignedRequest(String method, FediUrl target, Map<String, String> headers, byte[] body) {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final FediUrl INBOX = FediUrl.parse("https://acme.example/ap/inbox");
  static final FediUrl PAGE = FediUrl.parse("https://acme.example/ap/outbox?page=2&min=1");
  static final FediUrl KEY_ID = FediUrl.parse("https://peer.example/users/bob#main-key");
  static final byte[] BODY = "{\"type\":\"Like\"}".getBytes(StandardCharsets.UTF_8);
  static final byte[] NONE = {};

  interface Signer {
    Map<String, String> sign(
        String method, FediUrl target, byte[] body, SigningKey key, Instant now);
  }

  static SignedRequest post(Signer signer, KeyPair pair) {
    return of(signer, "POST", INBOX, BODY, pair, NOW);
  }

  static SignedRequest get(Signer signer, KeyPair pair) {
    return of(signer, "GET", PAGE, NONE, pair, NOW);
  }

  static SignedRequest of(
      Signer signer, String method, FediUrl target, byte[] body, KeyPair pair, Instant now) {
    var headers = new HashMap<String, String>();
    headers.put("host", target.origin().authority());
    signer
        .sign(method, target, body, new SigningKey(KEY_ID, pair.getPrivate()), now)
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return new SignedRequest(method, target, Map.copyOf(headers), body);
  }

  SignedRequest with(String name, String value) {
    var changed = new HashMap<>(headers);
    changed.put(name, value);
    return new SignedRequest(method, target, changed, body);
  }

  SignedRequest changing(String name, UnaryOperator<String> change) {
    return with(name, change.apply(headers.get(name)));
  }

  SignedRequest without(String name) {
    var changed = new HashMap<>(headers);
    changed.remove(name);
    return new SignedRequest(method, target, changed, body);
  }

  SignedRequest as(String otherMethod) {
    return new SignedRequest(otherMethod, target, headers, body);
  }

  SignedRequest to(String otherTarget) {
    return new SignedRequest(method, FediUrl.parse(otherTarget), headers, body);
  }

  SignedRequest carrying(byte[] otherBody) {
    return new SignedRequest(method, target, headers, otherBody);
  }

  RequestSignature received() {
    return receivedAt(NOW);
  }

  RequestSignature receivedAt(Instant now) {
    return RequestSignature.of(new ReceivedRequest(method, target, headers, body), now);
  }
}

package social.kring.protocol.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import social.kring.protocol.url.FediUrl;

/**
 * Signs what it is told to, right or wrong, and knows nothing of our signers: what both agree on is
 * in the specifications.
 */
final class Peer {
  private static final String KEY_ID = SignedRequest.KEY_ID.text();

  private Peer() {}

  /** Everything that a signature may cover is there, but none is. */
  static SignedRequest unsigned(String method, FediUrl target, byte[] body) {
    var date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(SignedRequest.NOW.atOffset(ZoneOffset.UTC));
    var digest = base64(sha256(body));
    var headers =
        Map.of(
            "host",
            target.origin().authority(),
            "date",
            date,
            "digest",
            "SHA-256=" + digest,
            "content-digest",
            "sha-256=:" + digest + ":",
            "content-type",
            "application/activity+json");
    return new SignedRequest(method, target, headers, body);
  }

  static SignedRequest post() {
    return unsigned("POST", SignedRequest.INBOX, SignedRequest.BODY);
  }

  static SignedRequest get() {
    return unsigned("GET", SignedRequest.PAGE, SignedRequest.NONE);
  }

  /**
   * @param covered names, by spaces
   * @param more parameters, each with a comma after it
   */
  static SignedRequest cavage(SignedRequest request, String covered, String more, KeyPair pair) {
    var target = request.target().pathAndQuery();
    return cavage(request, covered, more, pair, target);
  }

  static SignedRequest cavage(
      SignedRequest request, String covered, String more, KeyPair pair, String target) {
    var values = new HashMap<>(request.headers());
    values.put("(request-target)", request.method().toLowerCase(Locale.ROOT) + " " + target);
    for (var pseudo : new String[] {"created", "expires"}) {
      var written = Pattern.compile(pseudo + "=\"?([0-9.]+)").matcher(more);
      if (written.find()) values.put("(" + pseudo + ")", written.group(1));
    }
    var text =
        Arrays.stream(covered.split(" "))
            .map(name -> name + ": " + values.get(name.toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining("\n"));
    return request.with(
        "signature",
        "keyId=\"%s\",%sheaders=\"%s\",signature=\"%s\""
            .formatted(KEY_ID, more, covered, base64(signed(text, pair))));
  }

  /**
   * @param covered names, by spaces
   * @param parameters each with a semicolon before it
   */
  static SignedRequest message(
      SignedRequest request, String covered, String parameters, KeyPair pair) {
    var input = input(covered, parameters);
    return request
        .with("signature-input", "sig1=" + input)
        .with("signature", "sig1=:" + base64(signed(base(request, covered, input), pair)) + ":");
  }

  static String input(String covered, String parameters) {
    return Arrays.stream(covered.split(" "))
            .map(name -> '"' + name + '"')
            .collect(Collectors.joining(" ", "(", ")"))
        + parameters;
  }

  static String keyId() {
    return ";keyid=\"" + KEY_ID + "\"";
  }

  private static String base(SignedRequest request, String covered, String input) {
    var target = request.target();
    var path = target.pathAndQuery().split("\\?", 2);
    var values = new HashMap<>(request.headers());
    values.put("@method", request.method());
    values.put("@target-uri", target.withoutFragment().text());
    values.put("@authority", target.origin().authority());
    values.put("@scheme", target.scheme());
    values.put("@request-target", target.pathAndQuery());
    values.put("@path", path[0]);
    values.put("@query", "?" + (path.length > 1 ? path[1] : ""));
    var text = new StringBuilder();
    for (var name : covered.split(" ")) {
      text.append('"').append(name).append("\": ").append(values.get(name)).append('\n');
    }
    return text.append("\"@signature-params\": ").append(input).toString();
  }

  static byte[] sha256(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String base64(byte[] octets) {
    return Base64.getEncoder().encodeToString(octets);
  }

  private static byte[] signed(String text, KeyPair pair) {
    try {
      var rsa = pair.getPrivate().getAlgorithm().equals("RSA");
      var signer = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
      signer.initSign(pair.getPrivate());
      signer.update(text.getBytes(StandardCharsets.UTF_8));
      return signer.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

package social.kring.protocol.signature;

import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import social.kring.protocol.url.FediUrl;

/** Signs requests by draft-cavage-http-signatures-12, in the one form that every peer takes. */
public final class CavageSigner {
  private static final List<String> ALWAYS = List.of(CavageText.REQUEST_TARGET, "host", "date");
  private static final List<String> WITH_BODY =
      List.of(CavageText.REQUEST_TARGET, "host", "date", "digest");

  private CavageSigner() {}

  /**
   * The headers to add. {@code Host} is covered as the target's authority and is the client's to
   * send.
   *
   * @param body empty where there is none
   */
  public static Map<String, String> sign(
      String method, FediUrl target, byte[] body, SigningKey key, Instant now) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Date", HttpDate.format(now));
    var withBody = BodyDigest.isNeeded(method, body);
    if (withBody) headers.put("Digest", BodyDigest.digest(body));
    var covered = withBody ? WITH_BODY : ALWAYS;
    var text = CavageText.of(covered, name -> value(name, method, target, headers));
    headers.put("Signature", header(key, covered, key.sign(text)));
    return headers;
  }

  private static String value(
      String name, String method, FediUrl target, Map<String, String> headers) {
    return switch (name) {
      case CavageText.REQUEST_TARGET -> CavageText.requestTarget(method, target.pathAndQuery());
      case "host" -> target.origin().authority();
      case "date" -> headers.get("Date");
      default -> headers.get("Digest");
    };
  }

  private static String header(SigningKey key, List<String> covered, byte[] signature) {
    return "keyId=\"%s\",algorithm=\"%s\",headers=\"%s\",signature=\"%s\""
        .formatted(
            key.id(),
            algorithm(key),
            String.join(" ", covered),
            Base64.getEncoder().encodeToString(signature));
  }

  private static String algorithm(SigningKey key) {
    return switch (key.algorithm()) {
      case RSA_SHA256 -> "rsa-sha256";
      case ED25519 -> "hs2019";
    };
  }
}

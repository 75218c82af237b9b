package social.kring.hostile;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import social.kring.protocol.url.FediUrl;

/** A signature on a request, made by hand, with whatever is to be wrong about it. */
record Forgery(
    String keyId,
    PrivateKey key,
    String algorithm,
    List<String> covered,
    Duration age,
    String java) {
  static final List<String> ALL = List.of("(request-target)", "host", "date", "digest");

  /** As it should be. */
  static Forgery by(Outlaw who) {
    return new Forgery(
        who.keyId().text(),
        who.rsa().getPrivate(),
        "rsa-sha256",
        ALL,
        Duration.ZERO,
        "SHA256withRSA");
  }

  Forgery named(String other) {
    return new Forgery(other, key, algorithm, covered, age, java);
  }

  Forgery with(PrivateKey other) {
    return new Forgery(keyId, other, algorithm, covered, age, java);
  }

  Forgery covering(List<String> headers) {
    return new Forgery(keyId, key, algorithm, headers, age, java);
  }

  Forgery aged(Duration other) {
    return new Forgery(keyId, key, algorithm, covered, other, java);
  }

  Forgery using(String named, String algorithmOfJava) {
    return new Forgery(keyId, key, named, covered, age, algorithmOfJava);
  }

  Map<String, String> headers(String method, FediUrl target, byte[] body) {
    var headers = new HashMap<String, String>();
    headers.put("host", target.origin().authority());
    headers.put(
        "date",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().minus(age).atOffset(ZoneOffset.UTC)));
    headers.put("digest", "SHA-256=" + digest(body));
    headers.put("content-type", "application/activity+json");
    var signed = signed(method.toLowerCase(Locale.ROOT) + " " + target.pathAndQuery(), headers);
    headers.put(
        "signature",
        "keyId=\"%s\",algorithm=\"%s\",headers=\"%s\",signature=\"%s\""
            .formatted(keyId, algorithm, String.join(" ", covered), signed));
    headers.remove("host");
    return headers;
  }

  private String signed(String target, Map<String, String> headers) {
    var lines =
        covered.stream()
            .map(
                name ->
                    name + ": " + (name.startsWith("(") ? target : headers.getOrDefault(name, "")))
            .toList();
    try {
      var signature = Signature.getInstance(java);
      signature.initSign(key);
      signature.update(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }

  static String digest(byte[] body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(body);
      return Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }
}

package social.kring.protocol.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import social.kring.protocol.Problem;
import social.kring.protocol.signature.StructuredField.BareItem.Octets;
import social.kring.protocol.signature.StructuredField.Item;

/**
 * Whether a body is the one that was signed. {@code Digest} is RFC 3230, {@code Content-Digest} RFC
 * 9530. At least one digest must be SHA-256 or SHA-512, and all that are must fit.
 */
final class BodyDigest {
  private BodyDigest() {}

  /** A POST without a body says so by the digest of nothing. */
  static boolean isNeeded(String method, byte[] body) {
    return method.equals("POST") || body.length > 0;
  }

  static String digest(byte[] body) {
    return "SHA-256=" + Base64.getEncoder().encodeToString(hash("SHA-256", body));
  }

  static String contentDigest(byte[] body) {
    return "sha-256=" + new Octets(hash("SHA-256", body)).text();
  }

  static void checkDigest(String header, byte[] body) {
    var known = 0;
    for (var digest : header.split(",", -1)) {
      var equals = digest.indexOf('=');
      if (equals < 0) throw malformed("Digest", header);
      var algorithm = algorithm(digest.substring(0, equals).strip());
      if (algorithm.isEmpty()) continue;
      known++;
      compare("Digest", algorithm.get(), decoded(digest.substring(equals + 1).strip()), body);
    }
    if (known == 0) throw unknown("Digest", header);
  }

  static void checkContentDigest(String header, byte[] body) {
    var known = 0;
    for (var digest : StructuredFieldParser.dictionary("Content-Digest", header).entrySet()) {
      var algorithm = algorithm(digest.getKey());
      if (algorithm.isEmpty()) continue;
      if (!(digest.getValue() instanceof Item(Octets(var claimed), _))) {
        throw malformed("Content-Digest", header);
      }
      known++;
      compare("Content-Digest", algorithm.get(), claimed, body);
    }
    if (known == 0) throw unknown("Content-Digest", header);
  }

  private static Optional<String> algorithm(String written) {
    return switch (written.toLowerCase(Locale.ROOT)) {
      case "sha-256" -> Optional.of("SHA-256");
      case "sha-512" -> Optional.of("SHA-512");
      default -> Optional.empty();
    };
  }

  private static void compare(String header, String algorithm, byte[] claimed, byte[] body) {
    if (!MessageDigest.isEqual(claimed, hash(algorithm, body))) {
      throw Problem.unauthenticated(
          "The " + algorithm + " in " + header + " does not fit the body that came");
    }
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      throw malformed("Digest", base64);
    }
  }

  private static byte[] hash(String algorithm, byte[] body) {
    try {
      return MessageDigest.getInstance(algorithm).digest(body);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has " + algorithm, impossible);
    }
  }

  private static Problem malformed(String header, String value) {
    return Problem.unauthenticated(
        header + " is \"" + Shown.of(value) + "\", expected an algorithm with a digest in base64");
  }

  private static Problem unknown(String header, String value) {
    return Problem.unauthenticated(
        header + " is \"" + Shown.of(value) + "\", expected SHA-256 or SHA-512 among its digests");
  }
}

package social.kring.community.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A random text of 256 bits that is shown once and kept as a hash only. It is too long to guess, so
 * a plain hash is enough.
 *
 * @param text what its owner keeps
 */
public record Secret(String text) {
  private static final int BYTES = 32;

  static Secret random(SecureRandom random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What is stored: SHA-256. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** The hash as text, for where a column holds text. */
  String hashText() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash());
  }

  /** Compares in constant time. */
  boolean matches(byte[] hash) {
    return MessageDigest.isEqual(hash(), hash);
  }

  @Override
  public String toString() {
    return "Secret[…]";
  }
}

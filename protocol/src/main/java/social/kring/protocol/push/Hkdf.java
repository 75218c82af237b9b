package social.kring.protocol.push;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with SHA-256, for what fits into one block. RFC 5869. */
final class Hkdf {
  private static final byte FIRST_BLOCK = 1;

  private Hkdf() {}

  /**
   * @param length at most 32 bytes
   */
  static byte[] derive(byte[] salt, byte[] secret, byte[] info, int length) {
    var key = hmac(salt, secret);
    return Arrays.copyOf(hmac(key, info, new byte[] {FIRST_BLOCK}), length);
  }

  private static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (var part : parts) mac.update(part);
      return mac.doFinal();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform has HMAC with SHA-256", impossible);
    }
  }
}

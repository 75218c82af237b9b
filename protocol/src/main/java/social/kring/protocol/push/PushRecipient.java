package social.kring.protocol.push;

import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import social.kring.protocol.Problem;

/** An app to which messages are encrypted, by the keys that it made up. RFC 8291 §3.1, §3.2. */
public final class PushRecipient {
  private static final int SECRET_BYTES = 16;

  private final byte[] point;
  private final byte[] secret;
  private final ECPublicKey key;

  /**
   * @param point {@code p256dh}
   * @param secret {@code auth}
   * @throws Problem INVALID saying what is wrong with which
   */
  public PushRecipient(byte[] point, byte[] secret) {
    if (secret.length != SECRET_BYTES) throw Problem.invalid("the secret is not of 16 bytes");
    this.key = P256.publicKey(point);
    this.point = point.clone();
    this.secret = secret.clone();
  }

  /**
   * From the texts that browsers give, in either alphabet of RFC 4648, padded or not.
   *
   * @throws Problem INVALID saying what is wrong with which
   */
  public static PushRecipient parse(String point, String secret) {
    return new PushRecipient(decoded(point), decoded(secret));
  }

  private static byte[] decoded(String text) {
    try {
      var unpadded = text.strip().replace('+', '-').replace('/', '_').replaceFirst("=+$", "");
      return Base64.getUrlDecoder().decode(unpadded);
    } catch (IllegalArgumentException notBase64) {
      throw Problem.invalid("a key is not written in base64url");
    }
  }

  public byte[] point() {
    return point.clone();
  }

  public byte[] secret() {
    return secret.clone();
  }

  ECPublicKey key() {
    return key;
  }
}

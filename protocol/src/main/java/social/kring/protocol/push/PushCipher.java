package social.kring.protocol.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts a message so that the app reads it and the push service does not. */
public final class PushCipher {
  /** What every push service takes (RFC 8030 §7.2), less what encryption adds. */
  public static final int MOST_BYTES = 3_900;

  private static final int SALT_BYTES = 16;
  private static final int KEY_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int SECRET_BYTES = 32;
  private static final int TAG_BITS = 128;
  private static final int RECORD_BYTES = 4_096;
  private static final byte LAST_RECORD = 2;

  private final SecureRandom random;

  public PushCipher(SecureRandom random) {
    this.random = random;
  }

  /**
   * A message on its way.
   *
   * @param headers that the app needs to read it; {@code Crypto-Key} may get more
   */
  public record Sealed(byte[] body, Map<String, String> headers) {}

  /** As the standard has it. RFC 8291. */
  public Sealed aes128gcm(byte[] text, PushRecipient to) {
    return aes128gcm(text, to, P256.generate(random), salt());
  }

  /** As the draft had it that apps in use still need: draft-ietf-webpush-encryption-04. */
  public Sealed aesgcm(byte[] text, PushRecipient to) {
    return aesgcm(text, to, P256.generate(random), salt());
  }

  private byte[] salt() {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }

  static Sealed aes128gcm(byte[] text, PushRecipient to, KeyPair sender, byte[] salt) {
    var own = P256.point((ECPublicKey) sender.getPublic());
    var info = join(ascii("WebPush: info\0"), to.point(), own);
    var secret = Hkdf.derive(to.secret(), agreed(sender, to), info, SECRET_BYTES);
    var key = Hkdf.derive(salt, secret, ascii("Content-Encoding: aes128gcm\0"), KEY_BYTES);
    var nonce = Hkdf.derive(salt, secret, ascii("Content-Encoding: nonce\0"), NONCE_BYTES);
    var encrypted = encrypt(key, nonce, join(text, new byte[] {LAST_RECORD}));
    var head =
        ByteBuffer.allocate(SALT_BYTES + Integer.BYTES + 1)
            .put(salt)
            .putInt(RECORD_BYTES)
            .put((byte) own.length)
            .array();
    return new Sealed(join(head, own, encrypted), Map.of("Content-Encoding", "aes128gcm"));
  }

  static Sealed aesgcm(byte[] text, PushRecipient to, KeyPair sender, byte[] salt) {
    var own = P256.point((ECPublicKey) sender.getPublic());
    var context = join(ascii("P-256\0"), sized(to.point()), sized(own));
    var authInfo = ascii("Content-Encoding: auth\0");
    var secret = Hkdf.derive(to.secret(), agreed(sender, to), authInfo, SECRET_BYTES);
    var key = derive(salt, secret, "aesgcm", context, KEY_BYTES);
    var nonce = derive(salt, secret, "nonce", context, NONCE_BYTES);
    var noPadding = new byte[Short.BYTES];
    return new Sealed(
        encrypt(key, nonce, join(noPadding, text)),
        Map.of(
            "Content-Encoding", "aesgcm",
            "Encryption", "salt=" + base64url(salt),
            "Crypto-Key", "dh=" + base64url(own)));
  }

  private static byte[] agreed(KeyPair sender, PushRecipient to) {
    return P256.agree((ECPrivateKey) sender.getPrivate(), to.key());
  }

  private static byte[] derive(
      byte[] salt, byte[] secret, String name, byte[] context, int length) {
    var info = join(ascii("Content-Encoding: " + name + "\0"), context);
    return Hkdf.derive(salt, secret, info, length);
  }

  private static byte[] sized(byte[] bytes) {
    return ByteBuffer.allocate(Short.BYTES + bytes.length)
        .putShort((short) bytes.length)
        .put(bytes)
        .array();
  }

  private static byte[] encrypt(byte[] key, byte[] nonce, byte[] text) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform has AES-GCM", impossible);
    }
  }

  private static byte[] join(byte[]... parts) {
    var length = 0;
    for (var part : parts) length += part.length;
    var joined = ByteBuffer.allocate(length);
    for (var part : parts) joined.put(part);
    return joined.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

package social.kring.protocol.integrity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import social.kring.protocol.Problem;

/** Ed25519 by whichever provider comes first. RFC 8032, keys as RFC 8410 encodes them. */
final class Ed25519 {
  static final int KEY_LENGTH = 32;
  static final int SIGNATURE_LENGTH = 64;

  private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final Set<String> NAMES = Set.of("Ed25519", "EdDSA");

  private Ed25519() {}

  /**
   * @throws Problem MALFORMED where these are not a key
   */
  static PublicKey publicKey(byte[] raw) {
    if (raw.length != KEY_LENGTH) {
      throw Problem.malformed("An Ed25519 key has 32 bytes, this one " + raw.length);
    }
    var encoded = Arrays.copyOf(PREFIX, PREFIX.length + KEY_LENGTH);
    System.arraycopy(raw, 0, encoded, PREFIX.length, KEY_LENGTH);
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException notOne) {
      throw Problem.malformed("These 32 bytes are not an Ed25519 key");
    }
  }

  /**
   * @throws Problem MALFORMED where it is a key of another kind
   */
  static byte[] raw(PublicKey key) {
    var encoded = key.getEncoded();
    if (!isOne(key, encoded)) {
      throw Problem.malformed("Expected an Ed25519 key, got one for " + key.getAlgorithm());
    }
    return Arrays.copyOfRange(encoded, PREFIX.length, encoded.length);
  }

  static boolean isOne(PublicKey key) {
    return isOne(key, key.getEncoded());
  }

  private static boolean isOne(PublicKey key, byte[] encoded) {
    return NAMES.contains(key.getAlgorithm())
        && encoded != null
        && encoded.length == PREFIX.length + KEY_LENGTH
        && Arrays.equals(encoded, 0, PREFIX.length, PREFIX, 0, PREFIX.length);
  }

  static byte[] sign(byte[] data, PrivateKey key) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(data);
      return signature.sign();
    } catch (GeneralSecurityException notOurs) {
      throw new IllegalArgumentException("Not an Ed25519 key to sign with", notOurs);
    }
  }

  static boolean verifies(byte[] data, byte[] signed, PublicKey key) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(data);
      return signature.verify(signed);
    } catch (SignatureException malformed) {
      return false;
    } catch (GeneralSecurityException unusable) {
      throw Problem.malformed("Not an Ed25519 key to verify with");
    }
  }
}

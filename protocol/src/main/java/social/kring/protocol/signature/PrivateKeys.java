package social.kring.protocol.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import social.kring.protocol.Problem;

/** Reads private keys: RSA of at least 2048 bits, and Ed25519. */
public final class PrivateKeys {
  private PrivateKeys() {}

  /**
   * @param pkcs8 a PrivateKeyInfo in DER (RFC 5958)
   * @throws Problem MALFORMED, saying what was expected
   */
  public static PrivateKey ofPkcs8(byte[] pkcs8) {
    try {
      var factory = KeyFactory.getInstance(DerKeyKind.of(pkcs8));
      var key = factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      if (KeyAlgorithm.of(key).isPresent()) return key;
      throw refused("weak");
    } catch (GeneralSecurityException notAKey) {
      throw refused("unreadable");
    }
  }

  private static Problem refused(String what) {
    return Problem.malformed(
        "The private key is " + what + ", expected RSA of at least 2048 bits or Ed25519");
  }
}

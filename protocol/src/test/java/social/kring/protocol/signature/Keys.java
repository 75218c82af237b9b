package social.kring.protocol.signature;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;

/** Key pairs made once for all tests that do not care which. */
final class Keys {
  static final KeyPair RSA = rsa(2_048);
  static final KeyPair OTHER_RSA = rsa(2_048);
  static final KeyPair ED25519 = pair("Ed25519");
  static final KeyPair OTHER_ED25519 = pair("Ed25519");

  private Keys() {}

  static KeyPair rsa(int bits) {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static KeyPair pair(String algorithm) {
    try {
      return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

package social.kring.hostile;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;

/** Key pairs, made once for all tests. */
final class Keys {
  static final KeyPair RSA = rsa(2_048);
  static final KeyPair OTHER_RSA = rsa(2_048);
  static final KeyPair ED25519 = make("Ed25519", 255);
  static final KeyPair OTHER_ED25519 = make("Ed25519", 255);

  private Keys() {}

  static KeyPair rsa(int bits) {
    return make("RSA", bits);
  }

  private static KeyPair make(String algorithm, int size) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(size);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}

package social.kring.protocol.signature;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.util.Optional;

/** The two ways of signing that count, by kind of key. */
enum KeyAlgorithm {
  RSA_SHA256("SHA256withRSA", "rsa-v1_5-sha256"),
  ED25519("Ed25519", "ed25519");

  static final int WEAKEST_RSA = 2_048;

  private final String jcaName;
  private final String registeredName;

  KeyAlgorithm(String jcaName, String registeredName) {
    this.jcaName = jcaName;
    this.registeredName = registeredName;
  }

  /** What a key is for; empty for weak keys and kinds that do not count. */
  static Optional<KeyAlgorithm> of(Key key) {
    return switch (key) {
      case RSAKey rsa ->
          Optional.of(RSA_SHA256).filter(strong -> rsa.getModulus().bitLength() >= WEAKEST_RSA);
      case EdECKey edwards ->
          Optional.of(ED25519).filter(name -> edwards.getParams().getName().equals(name.jcaName));
      default -> Optional.of(ED25519).filter(name -> key.getAlgorithm().equals(name.jcaName));
    };
  }

  /** In the registry of RFC 9421 §6.2. */
  String registeredName() {
    return registeredName;
  }

  byte[] sign(PrivateKey key, byte[] text) {
    try {
      var signer = Signature.getInstance(jcaName);
      signer.initSign(key);
      signer.update(text);
      return signer.sign();
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException("A key of ours does not sign by " + jcaName, unusable);
    }
  }

  boolean verifies(PublicKey key, byte[] text, byte[] signature) {
    try {
      var verifier = Signature.getInstance(jcaName);
      verifier.initVerify(key);
      verifier.update(text);
      return verifier.verify(signature);
    } catch (GeneralSecurityException notEvenASignature) {
      return false;
    }
  }
}

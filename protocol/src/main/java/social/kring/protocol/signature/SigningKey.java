package social.kring.protocol.signature;

import java.security.PrivateKey;
import social.kring.protocol.url.FediUrl;

/**
 * A key of ours.
 *
 * @param id where peers find its public half
 */
public record SigningKey(FediUrl id, PrivateKey key) {

  KeyAlgorithm algorithm() {
    return KeyAlgorithm.of(key)
        .orElseThrow(
            () ->
                new IllegalStateException("The key " + id + " is neither strong RSA nor Ed25519"));
  }

  byte[] sign(byte[] text) {
    return algorithm().sign(key, text);
  }

  /** Without what must not be logged. */
  @Override
  public String toString() {
    return "SigningKey[" + id + "]";
  }
}

package social.kring.federation.actors;

import java.security.KeyPair;

/** Where new keys come from. */
public interface KeyPairs {

  /** RSA with 2048 bits, for HTTP signatures. */
  KeyPair rsa();

  /** For integrity proofs. */
  KeyPair ed25519();
}

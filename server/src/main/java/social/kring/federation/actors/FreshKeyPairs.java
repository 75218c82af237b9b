package social.kring.federation.actors;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import social.kring.platform.cpu.CpuPool;

/** Makes a new pair each time. An RSA key takes a core for a good part of a second. */
record FreshKeyPairs(CpuPool cpu) implements KeyPairs {
  private static final int RSA_BITS = 2_048;

  @Override
  public KeyPair rsa() {
    return cpu.compute(FreshKeyPairs::makeRsa);
  }

  @Override
  public KeyPair ed25519() {
    return cpu.compute(FreshKeyPairs::makeEd25519);
  }

  private static KeyPair makeRsa() throws NoSuchAlgorithmException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(RSA_BITS);
    return generator.generateKeyPair();
  }

  private static KeyPair makeEd25519() throws NoSuchAlgorithmException {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }
}

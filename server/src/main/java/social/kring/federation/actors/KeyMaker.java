package social.kring.federation.actors;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import social.kring.platform.cpu.CpuPool;
import social.kring.protocol.url.FediUrl;

/** Makes the two keys of a local actor that the node holds. The exit key is made elsewhere. */
public final class KeyMaker {
  private static final int RSA_BITS = 2_048;

  private final CpuPool cpu;

  public KeyMaker(CpuPool cpu) {
    this.cpu = cpu;
  }

  List<StoredKey> make(long actor, FediUrl uri) {
    return List.of(
        key(actor, uri, "#main-key", StoredKey.Kind.RSA, cpu.compute(KeyMaker::rsa)),
        key(actor, uri, "#post-key", StoredKey.Kind.POST, cpu.compute(KeyMaker::ed25519)));
  }

  private static StoredKey key(
      long actor, FediUrl uri, String fragment, StoredKey.Kind kind, KeyPair pair) {
    return new StoredKey(
        FediUrl.parse(uri.text() + fragment),
        actor,
        kind,
        pair.getPublic().getEncoded(),
        Optional.of(pair.getPrivate().getEncoded()));
  }

  private static KeyPair rsa() throws NoSuchAlgorithmException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(RSA_BITS);
    return generator.generateKeyPair();
  }

  private static KeyPair ed25519() throws NoSuchAlgorithmException {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }
}

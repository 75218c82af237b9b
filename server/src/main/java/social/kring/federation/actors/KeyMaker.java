package social.kring.federation.actors;

import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import social.kring.platform.cpu.CpuPool;
import social.kring.protocol.url.FediUrl;

/** Makes the two keys of a local actor that the node holds. The exit key is made elsewhere. */
public final class KeyMaker {
  private final KeyPairs pairs;

  public KeyMaker(CpuPool cpu) {
    this(new FreshKeyPairs(cpu));
  }

  public KeyMaker(KeyPairs pairs) {
    this.pairs = pairs;
  }

  List<StoredKey> make(long actor, FediUrl uri) {
    return List.of(
        key(actor, uri, "#main-key", StoredKey.Kind.RSA, pairs.rsa()),
        key(actor, uri, "#post-key", StoredKey.Kind.POST, pairs.ed25519()));
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
}

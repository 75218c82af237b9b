package social.kring.federation.actors;

import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import social.kring.platform.cpu.CpuPool;
import social.kring.protocol.url.FediUrl;

/** Makes the two keys of a local actor that the node holds. The exit key is made elsewhere. */
public final class KeyMaker {
  private final KeyPairs pairs;
  private final Queue<Pairs> ready = new ConcurrentLinkedQueue<>();

  private record Pairs(KeyPair rsa, KeyPair ed25519) {}

  public KeyMaker(CpuPool cpu) {
    this(new FreshKeyPairs(cpu));
  }

  public KeyMaker(KeyPairs pairs) {
    this.pairs = pairs;
  }

  /** Makes the keys of the next actor, which a transaction would be kept open for. */
  void prepare() {
    if (ready.isEmpty()) ready.add(new Pairs(pairs.rsa(), pairs.ed25519()));
  }

  List<StoredKey> make(long actor, FediUrl uri) {
    var prepared = ready.poll();
    var made = prepared == null ? new Pairs(pairs.rsa(), pairs.ed25519()) : prepared;
    return List.of(
        key(actor, uri, "#main-key", StoredKey.Kind.RSA, made.rsa()),
        key(actor, uri, "#post-key", StoredKey.Kind.POST, made.ed25519()));
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

package social.kring.federation.actors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;
import social.kring.protocol.signature.PrivateKeys;
import social.kring.protocol.signature.SigningKey;

/** The keys with which local actors sign requests and posts, a bounded number of them in memory. */
public final class SigningKeys {
  private static final int MOST = 10_000;

  /** After that long a key that was destroyed is gone from memory, too. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Database database;
  private final KeyTable table = new KeyTable();
  private final Cache<Long, SigningKey> requests;
  private final Cache<Long, SigningKey> proofs;

  public SigningKeys(Database database, Ticker ticker) {
    this.database = database;
    this.requests = cache(ticker);
    this.proofs = cache(ticker);
  }

  private static Cache<Long, SigningKey> cache(Ticker ticker) {
    return Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).ticker(ticker).build();
  }

  /**
   * The key for HTTP signatures.
   *
   * @throws Problem GONE where the actor has none, or none any more
   */
  public SigningKey forRequests(long actor) {
    return key(requests, actor, StoredKey.Kind.RSA);
  }

  /** The key for integrity proofs (FEP-8b32). */
  public SigningKey forProofs(long actor) {
    return key(proofs, actor, StoredKey.Kind.POST);
  }

  /** Not by the cache's own loading, which would hold a lock while the database answers. */
  private SigningKey key(Cache<Long, SigningKey> cache, long actor, StoredKey.Kind kind) {
    var cached = cache.getIfPresent(actor);
    if (cached != null) return cached;
    var key = read(actor, kind);
    cache.put(actor, key);
    return key;
  }

  private SigningKey read(long actor, StoredKey.Kind kind) {
    return table
        .ofKind(database, actor, kind)
        .flatMap(
            stored ->
                stored
                    .privateKey()
                    .map(bytes -> new SigningKey(stored.id(), PrivateKeys.ofPkcs8(bytes))))
        .orElseThrow(() -> Problem.gone("The actor " + actor + " has no key to sign with"));
  }
}

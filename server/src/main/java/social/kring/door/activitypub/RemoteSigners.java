package social.kring.door.activitypub;

import java.util.Optional;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.federation.actors.OwnedKey;
import social.kring.federation.actors.RemoteKeys;
import social.kring.federation.actors.StoredKey;
import social.kring.platform.storage.Database;
import social.kring.protocol.signature.PublicKeys;
import social.kring.protocol.signature.RequestSignature;

/** Signers by their keys, known here or fetched; once more where a key may have been replaced. */
public final class RemoteSigners implements Signers {
  private final RemoteKeys keys;
  private final Actors actors;
  private final Database database;

  public RemoteSigners(RemoteKeys keys, Actors actors, Database database) {
    this.keys = keys;
    this.actors = actors;
    this.database = database;
  }

  @Override
  public Optional<ActorRow> known(RequestSignature signature) {
    return keys.known(signature.keyId())
        .filter(key -> fits(signature, key))
        .flatMap(key -> actors.byUri(database, key.owner()));
  }

  @Override
  public Optional<ActorRow> of(RequestSignature signature) {
    var id = signature.keyId();
    return keys.known(id)
        .or(() -> keys.fetch(id))
        .filter(key -> fits(signature, key))
        .or(() -> keys.fetchAgain(id).filter(key -> fits(signature, key)))
        .flatMap(key -> actors.byUri(database, key.owner()));
  }

  /** A key for proofs signs no requests, here as in an inbox. */
  private static boolean fits(RequestSignature signature, OwnedKey key) {
    return key.key().kind() == StoredKey.Kind.RSA
        && signature.verifies(PublicKeys.ofSpki(key.key().publicKey()));
  }
}

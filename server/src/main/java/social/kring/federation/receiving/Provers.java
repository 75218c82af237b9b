package social.kring.federation.receiving;

import java.time.Clock;
import java.util.Optional;
import social.kring.federation.actors.OwnedKey;
import social.kring.federation.actors.RemoteKeys;
import social.kring.federation.actors.StoredKey;
import social.kring.protocol.Problem;
import social.kring.protocol.integrity.IntegrityProof;
import social.kring.protocol.json.Tree;
import social.kring.protocol.signature.PublicKeys;
import social.kring.protocol.url.FediUrl;

/** Finds out who proved a document, whoever brought it. FEP-8b32. */
final class Provers {
  private final RemoteKeys keys;
  private final Borders borders;
  private final Patience patience;
  private final Clock clock;

  Provers(RemoteKeys keys, Borders borders, Patience patience, Clock clock) {
    this.keys = keys;
    this.borders = borders;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * The owner of the key that made a valid proof; a proof that is not valid is none.
   *
   * @throws Problem UNAVAILABLE where the key cannot be had now
   */
  Optional<FediUrl> proverOf(Tree raw) {
    return IntegrityProof.in(raw)
        .filter(this::isCurrent)
        .flatMap(proof -> proof.keyId().flatMap(this::key).filter(key -> verifies(proof, key)))
        .filter(key -> !key.standing().suspended() && !key.standing().deleted())
        .map(OwnedKey::owner);
  }

  private boolean isCurrent(IntegrityProof proof) {
    return proof.expires().filter(clock.instant()::isAfter).isEmpty();
  }

  private static boolean verifies(IntegrityProof proof, OwnedKey key) {
    return key.key().kind() != StoredKey.Kind.RSA
        && proof.verifies(PublicKeys.ofSpki(key.key().publicKey()));
  }

  private Optional<OwnedKey> key(FediUrl id) {
    try {
      borders.requireAllowed(id);
      var known = keys.known(id);
      return known.isPresent() ? known : patience.wait(() -> keys.fetch(id));
    } catch (Problem problem) {
      if (problem.kind() == Problem.Kind.UNAVAILABLE) throw problem;
      return Optional.empty();
    }
  }
}

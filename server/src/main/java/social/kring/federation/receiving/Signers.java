package social.kring.federation.receiving;

import java.util.Optional;
import social.kring.federation.actors.OwnedKey;
import social.kring.federation.actors.RemoteKeys;
import social.kring.federation.actors.StoredKey;
import social.kring.protocol.Problem;
import social.kring.protocol.signature.RequestSignature;

/** Finds out who signed a request. */
final class Signers {
  private final RemoteKeys keys;
  private final Borders borders;
  private final Patience patience;
  private final ParsedKeys parsed = new ParsedKeys();

  Signers(RemoteKeys keys, Borders borders, Patience patience) {
    this.keys = keys;
    this.borders = borders;
    this.patience = patience;
  }

  /**
   * The owner of the key that made the signature.
   *
   * @throws Problem UNAUTHENTICATED where the signature is not that key's, or there is no such key;
   *     FORBIDDEN for whom nobody here wants to hear; UNAVAILABLE where the key cannot be had now
   */
  OwnedKey signerOf(RequestSignature signature) {
    borders.requireAllowed(signature.keyId());
    var known = keys.known(signature.keyId());
    var key =
        known
            .filter(candidate -> verifies(signature, candidate))
            .or(() -> fetched(signature, known.isPresent()))
            .orElseThrow(() -> Problem.unauthenticated(refusal(signature)));
    requireWelcome(key);
    return key;
  }

  private static String refusal(RequestSignature signature) {
    return "The signature was not made by " + signature.keyId() + " as its owner publishes it";
  }

  private Optional<OwnedKey> fetched(RequestSignature signature, boolean wasKnown) {
    var id = signature.keyId();
    return had(() -> wasKnown ? keys.fetchAgain(id) : keys.fetch(id))
        .filter(candidate -> verifies(signature, candidate));
  }

  /** A key that will not come later either is no key. */
  private Optional<OwnedKey> had(java.util.function.Supplier<Optional<OwnedKey>> fetch) {
    try {
      return patience.wait(fetch);
    } catch (Problem problem) {
      if (problem.kind() == Problem.Kind.UNAVAILABLE) throw problem;
      throw new Problem(
          Problem.Kind.UNAUTHENTICATED, "There is no such key: " + problem.getMessage(), problem);
    }
  }

  /** Keys for proofs sign no requests: an exit key would else speak for all that its owner does. */
  private boolean verifies(RequestSignature signature, OwnedKey candidate) {
    return candidate.key().kind() == StoredKey.Kind.RSA
        && signature.verifies(parsed.of(candidate.key().publicKey()));
  }

  private void requireWelcome(OwnedKey key) {
    borders.requireAllowed(key.owner());
    var standing = key.standing();
    if (standing.local()) throw Problem.unauthenticated(key.owner() + " lives here");
    if (standing.suspended()) throw Problem.forbidden(key.owner() + " is suspended here");
    if (standing.deleted()) throw Problem.forbidden(key.owner() + " was deleted");
  }
}

package social.kring.federation.actors;

import java.time.Clock;
import java.util.Optional;
import social.kring.protocol.Problem;
import social.kring.protocol.integrity.IntegrityProof;
import social.kring.protocol.json.Tree;
import social.kring.protocol.signature.SigningKey;

/** Proves by an actor's post key that the actor made a document. FEP-8b32. */
public final class PostProver {
  private final SigningKeys keys;
  private final Clock clock;

  /**
   * @param keys read over connections of their own: documents are proved in the middle of
   *     transactions, which must not wait for a second connection of the pool they hold one of
   */
  public PostProver(SigningKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * The document with a proof; as it is, where the actor has no key for proofs.
   *
   * @param document with a list as its {@code @context}
   */
  public Tree prove(ActorRow actor, Tree document) {
    return key(actor)
        .map(key -> IntegrityProof.sign(document, key.id(), key.key(), clock.instant()))
        .orElse(document);
  }

  private Optional<SigningKey> key(ActorRow actor) {
    try {
      return Optional.of(keys.forProofs(actor.id()));
    } catch (Problem problem) {
      if (problem.kind() != Problem.Kind.GONE) throw problem;
      return Optional.empty();
    }
  }
}

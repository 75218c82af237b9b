package social.kring.community.posts;

import social.kring.federation.actors.ActorRow;
import social.kring.protocol.json.Tree;

/** Adds a proof that an actor of this node made a document. FEP-8b32. */
@FunctionalInterface
public interface Prover {

  /**
   * @param document with a list as its {@code @context}
   */
  Tree prove(ActorRow actor, Tree document);
}

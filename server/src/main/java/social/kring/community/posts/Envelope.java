package social.kring.community.posts;

import java.util.List;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Minting;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * What all activities about posts have in common. Everything that everyone may see carries a proof;
 * what is private does not, since it would become evidence that can be passed on.
 */
final class Envelope {
  private final Minting minting;
  private final Prover prover;

  Envelope(Minting minting, Prover prover) {
    this.minting = minting;
    this.prover = prover;
  }

  FediUrl newId(ActorRow actor) {
    return minting.activity(actor);
  }

  /** An activity that nothing refers to later. */
  Tree activity(String type, ActorRow actor, Object object, Addressing addressing) {
    return activity(type, newId(actor), actor, object, addressing);
  }

  Tree activity(String type, FediUrl id, ActorRow actor, Object object, Addressing addressing) {
    return bare(type, id, actor, object, addressing.to(), addressing.cc())
        .with("@context", PostDocument.CONTEXT);
  }

  /** As it stands within an Undo. */
  static Tree bare(
      String type, FediUrl id, ActorRow actor, Object object, List<FediUrl> to, List<FediUrl> cc) {
    return Tree.builder()
        .put("id", id)
        .put("type", type)
        .put("actor", actor.uri())
        .put("to", to)
        .put("cc", cc)
        .put("object", object)
        .build();
  }

  /** A document as it goes out: with a proof if everyone may see it. */
  Tree seal(ActorRow author, Tree document, boolean open) {
    var whole = document.with("@context", PostDocument.CONTEXT);
    return open ? prover.prove(author, whole) : whole;
  }
}

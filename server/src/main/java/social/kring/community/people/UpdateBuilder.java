package social.kring.community.people;

import java.util.List;
import social.kring.federation.actors.ActorDocument;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Minting;
import social.kring.federation.actors.PostProver;
import social.kring.platform.events.Publication;
import social.kring.platform.events.Publication.Recipients;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Audience;
import social.kring.protocol.json.Tree;

/** Tells followers how a person shows herself now. ActivityPub §6.3. */
final class UpdateBuilder {
  private final Minting minting;
  private final PersonDocuments documents;
  private final PostProver prover;

  UpdateBuilder(Minting minting, PersonDocuments documents, PostProver prover) {
    this.minting = minting;
    this.documents = documents;
    this.prover = prover;
  }

  Publication update(Transaction tx, ActorRow actor) {
    var activity =
        Tree.builder()
            .put("@context", ActorDocument.CONTEXT)
            .put("id", minting.activity(actor))
            .put("type", "Update")
            .put("actor", actor.uri())
            .put("to", List.of(Audience.PUBLIC))
            .put("cc", actor.addresses().followers().map(List::of))
            .put("object", documents.of(tx, actor))
            .build();
    return new Publication(
        actor.id(), prover.prove(actor, activity), List.of(Recipients.followers(actor.id())));
  }
}

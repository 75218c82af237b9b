package social.kring.community.people;

import java.util.List;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Minting;
import social.kring.federation.actors.PostProver;
import social.kring.federation.sending.Audience;
import social.kring.platform.events.Publication;
import social.kring.platform.events.Publication.Recipients;
import social.kring.protocol.json.Tree;

/**
 * Tells everybody whom this node knows that a person is no more, since a copy may be anywhere.
 * ActivityPub §6.4.
 */
final class DeletionBuilder {
  /** One delivery a host that has a shared inbox. */
  static final Audience EVERYBODY =
      new Audience("people.everybody", "SELECT actor_id FROM actor_inbox WHERE $1 <> 0");

  private final Minting minting;
  private final PostProver prover;

  DeletionBuilder(Minting minting, PostProver prover) {
    this.minting = minting;
    this.prover = prover;
  }

  Publication delete(ActorRow actor) {
    var activity =
        Tree.builder()
            .put("@context", List.of("https://www.w3.org/ns/activitystreams"))
            .put("id", minting.activity(actor))
            .put("type", "Delete")
            .put("actor", actor.uri())
            .put("to", List.of(social.kring.protocol.activitystreams.Audience.PUBLIC))
            .put("object", actor.uri())
            .build();
    return new Publication(
        actor.id(),
        prover.prove(actor, activity),
        List.of(new Recipients(EVERYBODY.name(), actor.id())));
  }
}

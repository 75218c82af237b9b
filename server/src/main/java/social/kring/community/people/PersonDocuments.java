package social.kring.community.people;

import java.util.List;
import social.kring.federation.actors.ActorDocument;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.federation.actors.PostProver;
import social.kring.platform.storage.Queries;
import social.kring.protocol.json.Tree;

/** Actors of this node as ActivityStreams: what all have, and what only people have. */
public final class PersonDocuments {
  private final Actors actors;
  private final PersonTable table;
  private final PostProver prover;

  PersonDocuments(Actors actors, PersonTable table, PostProver prover) {
    this.actors = actors;
    this.table = table;
    this.prover = prover;
  }

  /** With a proof by the actor's own key. Of a deleted one the tombstone. */
  public Tree of(Queries queries, ActorRow actor) {
    return actor.standing().deletedAt().isPresent()
        ? ActorDocument.tombstone(actor)
        : prover.prove(actor, unproved(queries, actor));
  }

  private Tree unproved(Queries queries, ActorRow actor) {
    var document = ActorDocument.of(actor, actors.keys(queries, actor.id()));
    var sites = attributionDomains(queries, actor);
    return sites.isEmpty() ? document : document.with("attributionDomains", sites);
  }

  private List<String> attributionDomains(Queries queries, ActorRow actor) {
    return table
        .byActor(queries, actor.id())
        .filter(person -> actor.standing().active())
        .map(PersonTable.PersonRow::attributionDomains)
        .orElse(List.of());
  }
}

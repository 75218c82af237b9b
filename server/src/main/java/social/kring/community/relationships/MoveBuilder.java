package social.kring.community.relationships;

import java.util.List;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Minting;
import social.kring.platform.events.Publication;
import social.kring.platform.events.Publication.Recipients;
import social.kring.protocol.json.Tree;

/** Tells followers elsewhere that somebody has moved. FEP-7628. */
final class MoveBuilder {
  private static final String CONTEXT = "https://www.w3.org/ns/activitystreams";

  private final Minting minting;

  MoveBuilder(Minting minting) {
    this.minting = minting;
  }

  Publication move(ActorRow from, ActorRow to) {
    var activity =
        Tree.builder()
            .put("@context", CONTEXT)
            .put("id", minting.activity(from))
            .put("type", "Move")
            .put("actor", from.uri())
            .put("object", from.uri())
            .put("target", to.uri())
            .put("to", from.addresses().followers().map(List::of))
            .build();
    return new Publication(from.id(), activity, List.of(Recipients.followers(from.id())));
  }
}

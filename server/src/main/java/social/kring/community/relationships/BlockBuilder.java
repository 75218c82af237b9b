package social.kring.community.relationships;

import java.util.List;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Minting;
import social.kring.platform.events.Publication;
import social.kring.platform.events.Publication.Recipients;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * Block and its Undo. ActivityPub §6.9.
 *
 * <p>The specification would rather not tell the blocked person's server; telling it is what makes
 * other servers stop showing them each other.
 */
final class BlockBuilder {
  private static final String CONTEXT = "https://www.w3.org/ns/activitystreams";

  private final Minting minting;

  BlockBuilder(Minting minting) {
    this.minting = minting;
  }

  FediUrl newId(ActorRow blocker) {
    return minting.activity(blocker);
  }

  Publication block(ActorRow blocker, ActorRow blocked, FediUrl id) {
    return to(blocked, blocker, bare(blocker, blocked, id).with("@context", CONTEXT));
  }

  Publication undo(ActorRow blocker, ActorRow blocked, FediUrl id) {
    var activity =
        Tree.builder()
            .put("@context", CONTEXT)
            .put("id", minting.activity(blocker))
            .put("type", "Undo")
            .put("actor", blocker.uri())
            .put("object", bare(blocker, blocked, id))
            .put("to", blocked.uri())
            .build();
    return to(blocked, blocker, activity);
  }

  private static Tree bare(ActorRow blocker, ActorRow blocked, FediUrl id) {
    return Tree.builder()
        .put("id", id)
        .put("type", "Block")
        .put("actor", blocker.uri())
        .put("object", blocked.uri())
        .put("to", blocked.uri())
        .build();
  }

  private static Publication to(ActorRow recipient, ActorRow sender, Tree activity) {
    return new Publication(sender.id(), activity, List.of(Recipients.actor(recipient.id())));
  }
}

package social.kring.community.relationships;

import java.util.List;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Minting;
import social.kring.platform.events.Publication;
import social.kring.platform.events.Publication.Recipients;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * Activities about follows: Follow, its Undo, Accept and Reject. ActivityPub §6.5, §7.5–7.7.
 *
 * <p>They go to the other of the two alone, and carry no proof: whoever holds it could replay it.
 */
final class FollowBuilder {
  private static final String CONTEXT = "https://www.w3.org/ns/activitystreams";

  private final Minting minting;

  FollowBuilder(Minting minting) {
    this.minting = minting;
  }

  FediUrl newId(ActorRow follower) {
    return minting.activity(follower);
  }

  Publication follow(ActorRow follower, ActorRow followed, FediUrl id) {
    var follow = bare(follower, followed, id);
    return to(followed, follower, follow.with("@context", CONTEXT));
  }

  Publication undo(ActorRow follower, ActorRow followed, FediUrl id) {
    return wrap("Undo", follower, followed, bare(follower, followed, id));
  }

  Publication accept(ActorRow followed, ActorRow follower, FediUrl id) {
    return wrap("Accept", followed, follower, bare(follower, followed, id));
  }

  Publication reject(ActorRow followed, ActorRow follower, FediUrl id) {
    return wrap("Reject", followed, follower, bare(follower, followed, id));
  }

  private Publication wrap(String type, ActorRow actor, ActorRow other, Tree follow) {
    var activity =
        Tree.builder()
            .put("@context", CONTEXT)
            .put("id", minting.activity(actor))
            .put("type", type)
            .put("actor", actor.uri())
            .put("object", follow)
            .put("to", other.uri())
            .build();
    return to(other, actor, activity);
  }

  private static Tree bare(ActorRow follower, ActorRow followed, FediUrl id) {
    return Tree.builder()
        .put("id", id)
        .put("type", "Follow")
        .put("actor", follower.uri())
        .put("object", followed.uri())
        .put("to", followed.uri())
        .build();
  }

  private static Publication to(ActorRow recipient, ActorRow sender, Tree activity) {
    return new Publication(sender.id(), activity, List.of(Recipients.actor(recipient.id())));
  }
}

package social.kring.community.posts;

import java.util.List;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.events.Publication;
import social.kring.platform.events.Publication.Recipients;
import social.kring.protocol.url.FediUrl;

/** Like and its Undo. They go to the author of the post alone. ActivityPub §6.8, §6.10. */
final class LikeBuilder {
  private final Envelope envelope;

  LikeBuilder(Envelope envelope) {
    this.envelope = envelope;
  }

  FediUrl newId(ActorRow actor) {
    return envelope.newId(actor);
  }

  Publication like(ActorRow actor, PostRow post, ActorRow author, FediUrl id) {
    var activity = envelope.activity("Like", id, actor, post.uri(), to(author));
    return new Publication(actor.id(), activity, to(author).recipients());
  }

  Publication undo(ActorRow actor, PostRow post, ActorRow author, FediUrl id) {
    var like = Envelope.bare("Like", id, actor, post.uri(), List.of(author.uri()), List.of());
    var activity = envelope.activity("Undo", actor, like, to(author));
    return new Publication(actor.id(), activity, to(author).recipients());
  }

  private static Addressing to(ActorRow author) {
    return new Addressing(List.of(author.uri()), List.of(), List.of(Recipients.actor(author.id())));
  }
}

package social.kring.community.posts;

import java.util.Optional;
import social.kring.federation.receiving.Fetched;
import social.kring.protocol.activitystreams.ObjectReference;
import social.kring.protocol.activitystreams.Post;
import social.kring.protocol.url.FediUrl;

/** The post that an activity is about, as far as it may be believed. */
final class Offered {
  private Offered() {}

  /** What an actor sends along is believed if it is its own and lies on its own origin. */
  static Optional<Post> by(FediUrl actor, ObjectReference object, Fetched fetched) {
    return object
        .embedded()
        .flatMap(Offered::post)
        .filter(post -> post.attributedTo().equals(actor) && post.uri().sameOrigin(actor))
        .or(() -> fetched(object, fetched));
  }

  /** Anything else is asked for at its own origin. */
  static Optional<Post> fetched(ObjectReference object, Fetched fetched) {
    return object.id().flatMap(fetched::object).flatMap(Offered::post);
  }

  static Optional<Post> post(social.kring.protocol.activitystreams.ApObject object) {
    return Optional.of(object).filter(Post.class::isInstance).map(Post.class::cast);
  }
}

package social.kring.community.posts;

import java.util.Set;
import java.util.function.Function;
import social.kring.federation.receiving.ActivityHandler;
import social.kring.federation.receiving.Fetched;
import social.kring.federation.receiving.ObjectKind;
import social.kring.federation.receiving.Outcome;
import social.kring.federation.receiving.Received;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Activity;
import social.kring.protocol.activitystreams.EmojiReact;
import social.kring.protocol.activitystreams.Like;
import social.kring.protocol.url.FediUrl;

/** Somebody elsewhere likes a post; a reaction with an emoji counts as that. ActivityPub §7.10. */
final class LikeHandler<A extends Activity> implements ActivityHandler<A> {
  private final Class<A> activity;
  private final Function<A, FediUrl> object;
  private final ReactionIntake intake;

  private LikeHandler(Class<A> activity, Function<A, FediUrl> object, ReactionIntake intake) {
    this.activity = activity;
    this.object = object;
    this.intake = intake;
  }

  static LikeHandler<Like> likes(ReactionIntake intake) {
    return new LikeHandler<>(Like.class, Like::object, intake);
  }

  static LikeHandler<EmojiReact> reactions(ReactionIntake intake) {
    return new LikeHandler<>(EmojiReact.class, EmojiReact::object, intake);
  }

  @Override
  public Class<A> activity() {
    return activity;
  }

  @Override
  public Set<ObjectKind> objects() {
    return Set.of(ObjectKind.POST);
  }

  @Override
  public Outcome handle(Received<A> received, Fetched fetched, Transaction tx) {
    var like = received.activity();
    var post = object.apply(like);
    intake.like(tx, like.actor(), post, like.id().orElse(post));
    return Outcome.done();
  }
}

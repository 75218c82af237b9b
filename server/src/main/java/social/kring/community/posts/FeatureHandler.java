package social.kring.community.posts;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.federation.receiving.ActivityHandler;
import social.kring.federation.receiving.Fetched;
import social.kring.federation.receiving.Needs;
import social.kring.federation.receiving.ObjectKind;
import social.kring.federation.receiving.Outcome;
import social.kring.federation.receiving.Received;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Activity;
import social.kring.protocol.activitystreams.Add;
import social.kring.protocol.activitystreams.ObjectReference;
import social.kring.protocol.activitystreams.Remove;
import social.kring.protocol.url.FediUrl;

/** Somebody elsewhere pins a post to the profile or takes it off. ActivityPub §7.8, §7.9. */
final class FeatureHandler<A extends Activity> implements ActivityHandler<A> {
  private final Class<A> activity;
  private final Function<A, Change> read;
  private final Actors actors;
  private final PostTable posts;
  private final Intake intake;
  private final FeaturedPosts featured;

  /** What is done to which collection. */
  private record Change(ObjectReference object, FediUrl target, boolean adds) {}

  private FeatureHandler(
      Class<A> activity,
      Function<A, Change> read,
      Actors actors,
      PostTable posts,
      Intake intake,
      FeaturedPosts featured) {
    this.activity = activity;
    this.read = read;
    this.actors = actors;
    this.posts = posts;
    this.intake = intake;
    this.featured = featured;
  }

  static FeatureHandler<Add> adding(
      Actors actors, PostTable posts, Intake intake, FeaturedPosts featured) {
    return new FeatureHandler<>(
        Add.class,
        add -> new Change(add.object(), add.target(), true),
        actors,
        posts,
        intake,
        featured);
  }

  static FeatureHandler<Remove> removing(
      Actors actors, PostTable posts, Intake intake, FeaturedPosts featured) {
    return new FeatureHandler<>(
        Remove.class,
        remove -> new Change(remove.object(), remove.target(), false),
        actors,
        posts,
        intake,
        featured);
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
  public Needs needs(Received<A> received, Fetched fetched, Queries queries) {
    var change = read.apply(received.activity());
    return change
        .object()
        .id()
        .filter(uri -> change.adds() && posts.byUri(queries, uri).isEmpty())
        .filter(uri -> owner(queries, received.activity(), change).isPresent())
        .map(Needs::object)
        .orElse(Needs.NONE);
  }

  @Override
  public Outcome handle(Received<A> received, Fetched fetched, Transaction tx) {
    var change = read.apply(received.activity());
    var owner = owner(tx, received.activity(), change);
    if (owner.isEmpty()) {
      return Outcome.refused(change.target() + " is not this actor's featured collection");
    }
    post(tx, change, owner.get(), fetched).ifPresent(p -> apply(tx, change, owner.get(), p));
    return Outcome.done();
  }

  private void apply(Transaction tx, Change change, ActorRow owner, PostRow post) {
    if (change.adds()) {
      featured.pin(tx, owner, post);
    } else {
      featured.unpin(tx, owner, post);
    }
  }

  private Optional<PostRow> post(Transaction tx, Change change, ActorRow owner, Fetched fetched) {
    return change
        .object()
        .id()
        .flatMap(uri -> posts.byUri(tx, uri))
        .filter(post -> !post.deleted())
        .or(
            () ->
                Offered.fetched(change.object(), fetched)
                    .flatMap(post -> intake.take(tx, post, owner, Intake.Occasion.FOUND)));
  }

  private Optional<ActorRow> owner(Queries queries, A activity, Change change) {
    return actors
        .byUri(queries, activity.actor())
        .filter(actor -> actor.addresses().featured().filter(change.target()::equals).isPresent());
  }
}

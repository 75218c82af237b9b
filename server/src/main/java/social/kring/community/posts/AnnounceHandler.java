package social.kring.community.posts;

import java.util.Optional;
import java.util.Set;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.federation.receiving.ActivityHandler;
import social.kring.federation.receiving.Fetched;
import social.kring.federation.receiving.Needs;
import social.kring.federation.receiving.ObjectKind;
import social.kring.federation.receiving.Outcome;
import social.kring.federation.receiving.Received;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Announce;
import social.kring.protocol.activitystreams.Audience.Visibility;
import social.kring.protocol.activitystreams.Create;
import social.kring.protocol.activitystreams.ObjectReference;
import social.kring.protocol.activitystreams.Post;
import social.kring.protocol.activitystreams.Update;
import social.kring.protocol.url.FediUrl;

/**
 * Somebody elsewhere shows a post to others. Lemmy's groups announce the activity that made it:
 * what counts is its object, asked for at its own origin. ActivityPub §7.11, FEP-1b12.
 */
final class AnnounceHandler implements ActivityHandler<Announce> {
  private final Actors actors;
  private final PostTable posts;
  private final Relevance relevance;
  private final Intake intake;
  private final ReactionIntake reactions;
  private final ForeignPosts foreign;
  private final Ids ids;

  AnnounceHandler(
      Actors actors,
      PostTable posts,
      Relevance relevance,
      Intake intake,
      ReactionIntake reactions,
      ForeignPosts foreign,
      Ids ids) {
    this.actors = actors;
    this.posts = posts;
    this.relevance = relevance;
    this.intake = intake;
    this.reactions = reactions;
    this.foreign = foreign;
    this.ids = ids;
  }

  @Override
  public Class<Announce> activity() {
    return Announce.class;
  }

  @Override
  public Set<ObjectKind> objects() {
    return Set.of(ObjectKind.POST, ObjectKind.UNKNOWN);
  }

  @Override
  public Needs needs(Received<Announce> received, Fetched fetched, Queries queries) {
    var announce = received.activity();
    var shown = shown(announce.object());
    if (shown.flatMap(uri -> posts.byUri(queries, uri)).isPresent()
        || !relevance.isFollowed(queries, announce.actor())) {
      return Needs.NONE;
    }
    return shown
        .flatMap(fetched::object)
        .flatMap(Offered::post)
        .map(post -> Needs.actors(Set.of(post.attributedTo())))
        .or(() -> shown.map(Needs::object))
        .orElse(Needs.NONE);
  }

  @Override
  public Outcome handle(Received<Announce> received, Fetched fetched, Transaction tx) {
    var announce = received.activity();
    var booster = reactions.remote(tx, announce.actor());
    var post = shown(announce.object()).flatMap(uri -> post(tx, uri, fetched));
    if (booster.isPresent()
        && post.isPresent()
        && (post.get().local() || relevance.isFollowed(tx, booster.get().id()))) {
      reactions.boost(tx, row(announce, booster.get(), post.get()), post.get());
    }
    return Outcome.done();
  }

  private Optional<PostRow> post(Transaction tx, FediUrl uri, Fetched fetched) {
    return posts
        .byUri(tx, uri)
        .filter(post -> !post.deleted())
        .or(() -> fetched.object(uri).flatMap(Offered::post).flatMap(p -> take(tx, p, fetched)));
  }

  private Optional<PostRow> take(Transaction tx, Post post, Fetched fetched) {
    return fetched
        .actor(post.attributedTo())
        .or(() -> actors.byUri(tx, post.attributedTo()))
        .flatMap(author -> intake.take(tx, post, author, Intake.Occasion.FOUND));
  }

  private BoostRow row(Announce announce, ActorRow booster, PostRow post) {
    var at = foreign.clamped(announce.published().orElse(java.time.Instant.MAX));
    return new BoostRow(
        ids.around(at),
        announce.id().orElse(post.uri()),
        booster.id(),
        post.id(),
        visibility(announce, booster, post),
        at);
  }

  /** Whoever is shown a post directly sees it among the boosts of followers. */
  private static Visibility visibility(Announce announce, ActorRow booster, PostRow post) {
    var claimed = announce.audience().visibility(booster.addresses().followers());
    return claimed == Visibility.DIRECT || !post.open() ? Visibility.PRIVATE : claimed;
  }

  /** The address of what is shown, be it the object or what an announced activity made. */
  private static Optional<FediUrl> shown(ObjectReference object) {
    return switch (object.embedded().orElse(null)) {
      case Create create -> create.object().id();
      case Update update -> update.object().id();
      case Post post -> Optional.of(post.uri());
      case null -> object.id();
      default -> Optional.empty();
    };
  }
}

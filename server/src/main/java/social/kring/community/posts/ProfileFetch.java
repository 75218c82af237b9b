package social.kring.community.posts;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.events.Event;
import social.kring.platform.events.EventConsumer;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.jobs.Jobs;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.ApCollection;
import social.kring.protocol.activitystreams.ApObject;
import social.kring.protocol.activitystreams.Create;
import social.kring.protocol.activitystreams.ObjectReference;
import social.kring.protocol.activitystreams.Post;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** Fetches the recent and featured posts of whoever people here begin to follow. */
final class ProfileFetch implements JobHandler, EventConsumer {
  private static final String KIND = "posts.fetch_profile";
  private static final int MOST_POSTS = 20;
  private static final int MOST_FEATURED = 5;
  private static final Duration AGAIN_AFTER = Duration.ofDays(1);

  private final Database database;
  private final Actors actors;
  private final FoundPosts found;
  private final FeaturedPosts featured;
  private final Abroad abroad;
  private final Jobs jobs;
  private final Clock clock;

  ProfileFetch(
      Database database,
      Actors actors,
      FoundPosts found,
      FeaturedPosts featured,
      Abroad abroad,
      Jobs jobs,
      Clock clock) {
    this.database = database;
    this.actors = actors;
    this.found = found;
    this.featured = featured;
    this.abroad = abroad;
    this.jobs = jobs;
    this.clock = clock;
  }

  @Override
  public String name() {
    return KIND;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("follow.requested", "follow.made");
  }

  @Override
  public void consume(List<Event> events, Transaction tx) {
    var followed =
        events.stream()
            .flatMap(event -> event.happening().details().number("followed").stream())
            .distinct()
            .toList();
    actors.byIds(tx, followed).stream()
        .filter(actor -> !actor.local())
        .forEach(actor -> schedule(tx, actor));
  }

  private void schedule(Transaction tx, ActorRow actor) {
    var details = Tree.builder().put("actor", actor.id()).build();
    jobs.schedule(tx, KIND, Long.toString(actor.id()), details, clock.instant());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean asksOthers() {
    return true;
  }

  @Override
  public void run(Tree details) {
    var now = clock.instant();
    actors
        .byId(database, details.number("actor").orElseThrow())
        .filter(actor -> actor.standing().active())
        .filter(actor -> BackfillTable.begin(database, actor.id(), now, now.minus(AGAIN_AFTER)))
        .ifPresent(this::fetch);
  }

  private void fetch(ActorRow actor) {
    items(actor.addresses().outbox(), MOST_POSTS).forEach(item -> post(actor, item));
    var pinned =
        items(actor.addresses().featured(), MOST_FEATURED)
            .flatMap(item -> post(actor, item).stream())
            .toList();
    featured.replace(actor, pinned);
  }

  private Stream<ObjectReference> items(Optional<FediUrl> collection, int most) {
    return collection
        .flatMap(abroad::object)
        .flatMap(ProfileFetch::collection)
        .flatMap(this::page)
        .map(page -> page.items().stream().limit(most))
        .orElseGet(Stream::empty);
  }

  private Optional<ApCollection> page(ApCollection collection) {
    if (!collection.items().isEmpty()) return Optional.of(collection);
    return collection.first().flatMap(abroad::object).flatMap(ProfileFetch::collection);
  }

  private static Optional<ApCollection> collection(ApObject object) {
    return object instanceof ApCollection collection ? Optional.of(collection) : Optional.empty();
  }

  /** Boosts in an outbox are left out: their posts are others'. */
  private Optional<PostRow> post(ActorRow actor, ObjectReference item) {
    return switch (item.embedded().orElse(null)) {
      case Create create -> post(actor, create.object());
      case Post post when isOwn(actor, post) -> found.store(post, Intake.Occasion.FOUND);
      case null, default ->
          item.id()
              .filter(uri -> uri.sameOrigin(actor.uri()))
              .filter(uri -> item.embedded().filter(o -> !(o instanceof Post)).isEmpty())
              .flatMap(uri -> found.find(uri, Intake.Occasion.FOUND))
              .filter(row -> row.author() == actor.id());
    };
  }

  private static boolean isOwn(ActorRow actor, Post post) {
    return post.attributedTo().equals(actor.uri()) && post.uri().sameOrigin(actor.uri());
  }
}

package social.kring.testing;

import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import social.kring.community.Capability;
import social.kring.community.conversations.Conversations;
import social.kring.community.curation.Curation;
import social.kring.community.moderation.Moderation;
import social.kring.community.notifications.Notifications;
import social.kring.community.posts.PostCapability;
import social.kring.community.previews.Previews;
import social.kring.community.relationships.FollowPreferences;
import social.kring.community.relationships.Relationships;
import social.kring.community.scheduling.Schedule;
import social.kring.community.search.SearchCapability;
import social.kring.community.timelines.Timelines;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.peers.Peers;
import social.kring.federation.receiving.ActivityHandler;
import social.kring.federation.receiving.Authority;
import social.kring.federation.receiving.Fetched;
import social.kring.federation.receiving.ObjectKind;
import social.kring.federation.receiving.Outcome;
import social.kring.federation.receiving.Received;
import social.kring.platform.events.EventDispatch;
import social.kring.platform.events.Happening;
import social.kring.platform.events.Publication;
import social.kring.platform.storage.Database;
import social.kring.platform.workers.Worker;
import social.kring.platform.workers.Workers;
import social.kring.protocol.activitystreams.Activity;
import social.kring.protocol.activitystreams.ApObject;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * A town whose people meet: posts, timelines, notifications, and activities that arrive from
 * elsewhere. Nothing happens behind a test's back: {@link #drain} does all the work that waits.
 */
public final class Square implements AutoCloseable {
  private static final int ROUNDS = 3;

  private final Town town = new Town();
  private final Outside outside = new Outside(town);
  private final Relationships relationships = Relationships.on(town.foundation());
  private final Previews previews =
      new Previews(town.foundation(), town.domains(), outside::page, new SecureRandom(), true);
  private final MediaShelf media = new MediaShelf(town);
  private final PostCapability posts =
      PostCapability.on(
          town.foundation(), outside, town.prover()::prove, previews, media.uploads());
  private final Timelines timelines = new Timelines(town.database());
  private final Notifications notifications = new Notifications(town.database(), town.clock());
  private final Curation curation = Curation.on(town.foundation(), outside::page);
  private final Conversations conversations = new Conversations(town.database());
  private final Schedule schedule = new Schedule(town.foundation(), posts.posts(), media.uploads());
  private final Peers peers = new Peers(town.database(), town.clock(), new SecureRandom());
  private final Moderation moderation = Moderation.on(town.foundation(), peers, town.domains());
  private final EventDispatch dispatch = consumed();
  private final List<Capability> added = new ArrayList<>();
  private final List<EventDispatch> dispatches = new ArrayList<>();
  private final List<Happening> happened = new ArrayList<>();

  private EventDispatch consumed() {
    var consumers = own().stream().flatMap(each -> each.consumers().stream()).toList();
    return new EventDispatch(consumers, town.database(), town.clock(), new Workers());
  }

  public Town town() {
    return town;
  }

  /** The way of the log to its consumers. */
  public EventDispatch dispatch() {
    return dispatch;
  }

  public Outside outside() {
    return outside;
  }

  public Database database() {
    return town.database();
  }

  public PostCapability posts() {
    return posts;
  }

  public MediaShelf media() {
    return media;
  }

  public Notifications notifications() {
    return notifications;
  }

  public Peers peers() {
    return peers;
  }

  public Moderation moderation() {
    return moderation;
  }

  public Timelines timelines() {
    return timelines;
  }

  public Conversations conversations() {
    return conversations;
  }

  public Schedule schedule() {
    return schedule;
  }

  public Curation curation() {
    return curation;
  }

  public Relationships relationships() {
    return relationships;
  }

  public Neighbour person(String name) {
    return new Neighbour(this, town.person(name));
  }

  public Stranger stranger(String name, String host) {
    return new Stranger(this, town.stranger(name, host));
  }

  /** A follow that counts, whichever of the two lives here. */
  public void follow(ActorRow follower, ActorRow followed) {
    town.change(
        tx -> relationships.follows().follow(tx, follower, followed, FollowPreferences.DEFAULT));
    if (!followed.local()) accept(follower, followed);
    drain();
  }

  private void accept(ActorRow follower, ActorRow followed) {
    var follow =
        Tree.builder()
            .put("id", followId(follower, followed))
            .put("type", "Follow")
            .put("actor", follower.uri())
            .put("object", followed.uri())
            .build();
    var accept =
        Tree.builder()
            .put("id", followed.uri().text() + "/accepts/" + follower.id())
            .put("type", "Accept")
            .put("actor", followed.uri())
            .put("object", follow)
            .build();
    receives(followed, Optional.empty(), accept);
  }

  private String followId(ActorRow follower, ActorRow followed) {
    return database()
        .one(
            "SELECT activity_uri FROM follow WHERE follower_id = $1 AND followed_id = $2",
            Tuple.of(follower.id(), followed.id()),
            row -> row.getString("activity_uri"))
        .orElseThrow();
  }

  /** One more, which needs what a square has not; its consumers come after all others. */
  public void add(Capability capability) {
    added.add(capability);
    dispatches.add(
        new EventDispatch(capability.consumers(), town.database(), town.clock(), new Workers()));
  }

  List<Capability> capabilities() {
    return Stream.concat(own().stream(), added.stream()).toList();
  }

  private List<Capability> own() {
    return List.of(
        media.pictures().capability(),
        relationships.capability(),
        previews.capability(),
        posts.capability(),
        timelines.capability(),
        notifications.capability(),
        curation.capability(),
        conversations.capability(),
        schedule.capability(),
        SearchCapability.of(town.foundation(), posts),
        moderation.capability());
  }

  /** Does everything that waits: events for consumers, and jobs, whenever they are due. */
  public void drain() {
    var more = true;
    while (more) {
      dispatch.workers().forEach(Square::drain);
      dispatches.forEach(later -> later.workers().forEach(Square::drain));
      var events = town.happened();
      happened.addAll(events);
      var job = town.pollJob();
      job.ifPresent(this::run);
      more = !events.isEmpty() || job.isPresent();
    }
  }

  private static void drain(Worker worker) {
    while (worker.work()) {
      // There is more.
    }
  }

  /** Does what recurs by itself, now. */
  public void runs(String kind, Map<String, Object> details) {
    run(new Town.ScheduledJob(kind, Tree.of(details)));
  }

  private void run(Town.ScheduledJob job) {
    capabilities().stream()
        .flatMap(capability -> capability.jobs().stream())
        .filter(each -> each.kind().equals(job.kind()))
        .findFirst()
        .orElseThrow()
        .run(job.details());
  }

  /** What has happened since this was last asked. */
  public List<Happening> happened() {
    drain();
    var all = List.copyOf(happened);
    happened.clear();
    return all;
  }

  /** What peers were told since anything was last asked. */
  public List<Publication> published() {
    return happened().stream().flatMap(event -> event.publication().stream()).toList();
  }

  /** An activity that arrives, signed by its sender. */
  Outcome receives(ActorRow signer, Optional<FediUrl> prover, Tree document) {
    var activity = Activity.parse(document);
    return receives(activity, signer.uri(), prover);
  }

  /** What one actor passes on of another's, with a valid proof by its author. */
  public Outcome passesOn(Stranger messenger, Stranger author, Tree document) {
    return receives(messenger.actor(), Optional.of(author.actor().uri()), document);
  }

  /** Gives an actor elsewhere an outbox and a featured collection. */
  public void outlines(Stranger stranger) {
    database()
        .execute(
            "UPDATE actor SET outbox = uri || '/outbox', featured = uri || '/featured' WHERE id = $1",
            Tuple.of(stranger.id()));
  }

  private <A extends Activity> Outcome receives(
      A activity, FediUrl signer, Optional<FediUrl> prover) {
    var received =
        new Received<>(activity, signer, prover, Optional.empty(), town.clock().instant());
    var handler = this.<A>handler(activity, kindOf(activity));
    if (handler.isEmpty()) return Outcome.done();
    return switch (handler.get().authority(received)) {
      case Authority.Denied(var why) -> Outcome.refused(why);
      case Authority.Granted() -> handle(handler.get(), received);
    };
  }

  private <A extends Activity> Outcome handle(ActivityHandler<A> handler, Received<A> received) {
    var fetched = Fetched.NOTHING;
    for (var round = 0; round < ROUNDS; round++) {
      var needs = handler.needs(received, fetched, database());
      fetched = outside.fetch(fetched, needs);
    }
    var all = fetched;
    return database().transaction(tx -> handler.handle(received, all, tx));
  }

  @SuppressWarnings("unchecked")
  private <A extends Activity> Optional<ActivityHandler<A>> handler(A activity, ObjectKind kind) {
    return capabilities().stream()
        .flatMap(capability -> capability.handlers().stream())
        .filter(each -> each.activity().isInstance(activity))
        .filter(each -> each.objects().contains(kind))
        .map(each -> (ActivityHandler<A>) each)
        .findFirst();
  }

  private ObjectKind kindOf(Activity activity) {
    var object = activity.objectReference();
    return object
        .flatMap(reference -> reference.embedded())
        .flatMap(Square::kindOf)
        .or(() -> object.flatMap(o -> o.id()).flatMap(this::known))
        .orElse(ObjectKind.UNKNOWN);
  }

  private static Optional<ObjectKind> kindOf(ApObject object) {
    return Optional.ofNullable(
        switch (object) {
          case social.kring.protocol.activitystreams.Post post -> ObjectKind.POST;
          case social.kring.protocol.activitystreams.Follow follow -> ObjectKind.FOLLOW;
          case social.kring.protocol.activitystreams.Like like -> ObjectKind.LIKE;
          case social.kring.protocol.activitystreams.EmojiReact like -> ObjectKind.LIKE;
          case social.kring.protocol.activitystreams.Announce announce -> ObjectKind.ANNOUNCE;
          case social.kring.protocol.activitystreams.Actor actor -> ObjectKind.ACTOR;
          default -> null;
        });
  }

  private Optional<ObjectKind> known(FediUrl id) {
    return capabilities().stream()
        .flatMap(capability -> capability.kinds().stream())
        .flatMap(lookup -> lookup.kindOf(database(), id).stream())
        .findFirst()
        .or(() -> outside.object(id).flatMap(Square::kindOf));
  }

  String name(long actor) {
    return town.foundation().actors().byId(database(), actor).orElseThrow().handle().name();
  }

  /** A post as its author sees it. */
  public Optional<social.kring.community.posts.PostRow> post(FediUrl uri) {
    return database()
        .one(
            "SELECT id, author_id FROM post WHERE uri = $1",
            Tuple.of(uri.text()),
            row -> Map.entry(row.getLong("id"), row.getLong("author_id")))
        .flatMap(
            found -> posts.reading().finder().entry(database(), found.getValue(), found.getKey()))
        .flatMap(entry -> posts.reading().posts().read(database(), entry))
        .map(view -> view.post().post());
  }

  /** Counts are what they count. */
  public void checkCounts() {
    var wrong =
        Stream.of(
                """
                SELECT 'replies of ' || p.uri AS what FROM post p
                 WHERE p.deleted_at IS NULL AND p.replies <> (SELECT count(*) FROM post r
                       WHERE r.in_reply_to_id = p.id AND r.deleted_at IS NULL
                         AND r.visibility IN ('public', 'unlisted'))
                """,
                """
                SELECT 'favourites of ' || p.uri AS what FROM post p
                 WHERE p.deleted_at IS NULL
                   AND p.favourites <> (SELECT count(*) FROM favourite f WHERE f.post_id = p.id)
                """,
                """
                SELECT 'boosts of ' || p.uri AS what FROM post p
                 WHERE p.deleted_at IS NULL
                   AND p.boosts <> (SELECT count(*) FROM boost b WHERE b.post_id = p.id)
                """,
                """
                SELECT 'quotes of ' || p.uri AS what FROM post p
                 WHERE p.deleted_at IS NULL
                   AND p.quotes <> (SELECT count(*) FROM quote q JOIN post r ON r.id = q.post_id
                         WHERE q.quoted_id = p.id AND q.state = 'accepted'
                           AND r.deleted_at IS NULL)
                """,
                """
                SELECT 'posts of ' || a.uri AS what
                  FROM actor a LEFT JOIN post_count c ON c.actor_id = a.id
                 WHERE coalesce(c.posts, 0)
                    <> (SELECT count(*) FROM post p WHERE p.author_id = a.id
                           AND p.deleted_at IS NULL AND p.visibility IN ('public', 'unlisted'))
                     + (SELECT count(*) FROM boost b WHERE b.actor_id = a.id
                           AND b.visibility IN ('public', 'unlisted'))
                """)
            .flatMap(sql -> database().list(sql, row -> row.getString("what")).stream())
            .toList();
    if (!wrong.isEmpty()) throw new AssertionError("miscounted: " + wrong);
  }

  @Override
  public void close() {
    drain();
    checkCounts();
    media.close();
    town.close();
  }

  static <T> Map<FediUrl, T> joined(Map<FediUrl, T> one, Map<FediUrl, T> other) {
    var all = new HashMap<>(one);
    all.putAll(other);
    return all;
  }
}

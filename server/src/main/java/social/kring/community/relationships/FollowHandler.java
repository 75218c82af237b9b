package social.kring.community.relationships;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import social.kring.community.relationships.FollowTransitions.Pair;
import social.kring.federation.actors.ActorKind;
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
import social.kring.protocol.activitystreams.Follow;
import social.kring.protocol.url.FediUrl;

/** Someone elsewhere asks to follow one of ours. ActivityPub §7.5. */
final class FollowHandler implements ActivityHandler<Follow> {
  /** How long after its Undo a Follow may still arrive. */
  private static final Duration OVERTAKEN = Duration.ofDays(1);

  private final Actors actors;
  private final Tables tables;
  private final FollowTransitions transitions;
  private final FollowRefusals refusals;
  private final FollowBuilder builder;
  private final Clock clock;

  FollowHandler(
      Actors actors,
      Tables tables,
      FollowTransitions transitions,
      FollowRefusals refusals,
      FollowBuilder builder,
      Clock clock) {
    this.actors = actors;
    this.tables = tables;
    this.transitions = transitions;
    this.refusals = refusals;
    this.builder = builder;
    this.clock = clock;
  }

  @Override
  public Class<Follow> activity() {
    return Follow.class;
  }

  @Override
  public Set<ObjectKind> objects() {
    return Set.of(ObjectKind.ACTOR);
  }

  @Override
  public Needs needs(Received<Follow> received, Fetched fetched, Queries queries) {
    return Needs.actors(Set.of(received.activity().actor()));
  }

  @Override
  public Outcome handle(Received<Follow> received, Fetched fetched, Transaction tx) {
    var follow = received.activity();
    var followed = actors.byUri(tx, follow.object()).filter(ActorRow::local);
    var follower = fetched.actor(follow.actor()).or(() -> actors.byUri(tx, follow.actor()));
    if (followed.isEmpty() || follower.isEmpty() || follow.id().isEmpty()) {
      return Outcome.refused("it lacks an id, or names nobody who can follow or be followed here");
    }
    return handle(tx, follower.get(), followed.get(), follow.id().get());
  }

  private Outcome handle(Transaction tx, ActorRow follower, ActorRow followed, FediUrl id) {
    if (tables.undone().swallows(tx, follower.id(), id, clock.instant().minus(OVERTAKEN))) {
      return Outcome.done();
    }
    if (!mayFollow(tx, follower, followed)) {
      refusals.refuse(tx, followed, follower, id);
      return Outcome.done();
    }
    tables.undone().forget(tx, follower.id(), id);
    var existing = tables.follows().lockBetween(tx, follower.id(), followed.id());
    existing.ifPresentOrElse(
        row -> again(tx, row, follower, followed, id), () -> anew(tx, follower, followed, id));
    return Outcome.done();
  }

  private boolean mayFollow(Transaction tx, ActorRow follower, ActorRow followed) {
    return followed.standing().active()
        && followed.standing().movedTo().isEmpty()
        && followed.kind().type() != ActorKind.Type.APPLICATION
        && !tables.blocks().existBetween(tx, follower.id(), followed.id())
        && !tables.hidesHost(tx, followed, follower);
  }

  private void anew(Transaction tx, ActorRow follower, ActorRow followed, FediUrl id) {
    var pair = new Pair(follower.id(), followed.id());
    var row = transitions.open(tx, pair, id, FollowPreferences.DEFAULT);
    if (followed.standing().choices().locked()) {
      transitions.request(tx, row, Optional.empty());
    } else {
      transitions.accept(tx, row, false, Optional.of(builder.accept(followed, follower, id)));
    }
  }

  /** Who asks again has perhaps not heard the answer. The newest id is the one to answer to. */
  private void again(
      Transaction tx, FollowRow row, ActorRow follower, ActorRow followed, FediUrl id) {
    tables.follows().rename(tx, row.id(), id);
    if (row.accepted()) {
      transitions.confirm(tx, row, builder.accept(followed, follower, id));
    }
  }
}

package social.kring.community.relationships;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.federation.receiving.ActivityHandler;
import social.kring.federation.receiving.Fetched;
import social.kring.federation.receiving.ObjectKind;
import social.kring.federation.receiving.Outcome;
import social.kring.federation.receiving.Received;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Follow;
import social.kring.protocol.activitystreams.ObjectReference;
import social.kring.protocol.activitystreams.Undo;

/** Someone elsewhere no longer follows one of ours. ActivityPub §6.10. */
final class UndoFollowHandler implements ActivityHandler<Undo> {
  private final Actors actors;
  private final Tables tables;
  private final FollowTransitions transitions;
  private final Clock clock;

  UndoFollowHandler(Actors actors, Tables tables, FollowTransitions transitions, Clock clock) {
    this.actors = actors;
    this.tables = tables;
    this.transitions = transitions;
    this.clock = clock;
  }

  @Override
  public Class<Undo> activity() {
    return Undo.class;
  }

  @Override
  public Set<ObjectKind> objects() {
    return Set.of(ObjectKind.FOLLOW);
  }

  @Override
  public Outcome handle(Received<Undo> received, Fetched fetched, Transaction tx) {
    var undo = received.activity();
    var follower = actors.byUri(tx, undo.actor());
    if (follower.isEmpty()) {
      return Outcome.done();
    }
    if (embedded(undo.object())
        .filter(follow -> !follow.actor().equals(undo.actor()))
        .isPresent()) {
      return Outcome.refused(undo.actor() + " may not undo what another did");
    }
    undo(tx, undo.object(), follower.get());
    return Outcome.done();
  }

  private void undo(Transaction tx, ObjectReference undone, ActorRow follower) {
    var row = find(tx, undone, follower);
    undone
        .id()
        .ifPresent(
            id -> tables.undone().insert(tx, follower.id(), id, row.isPresent(), clock.instant()));
    row.ifPresent(each -> transitions.end(tx, each, EndReason.UNDONE, Optional.empty()));
  }

  /** By who follows whom where the Follow is embedded, since some give it another id each time. */
  private Optional<FollowRow> find(Transaction tx, ObjectReference undone, ActorRow follower) {
    var followed =
        embedded(undone)
            .flatMap(follow -> actors.byUri(tx, follow.object()))
            .map(ActorRow::id)
            .or(() -> byId(tx, undone, follower));
    return followed.flatMap(each -> tables.follows().lockBetween(tx, follower.id(), each));
  }

  private Optional<Long> byId(Transaction tx, ObjectReference undone, ActorRow follower) {
    return undone.id().stream()
        .flatMap(id -> tables.follows().byActivity(tx, id).stream())
        .filter(row -> row.follower() == follower.id())
        .map(FollowRow::followed)
        .findFirst();
  }

  private static Optional<Follow> embedded(ObjectReference undone) {
    return undone.embedded().filter(Follow.class::isInstance).map(Follow.class::cast);
  }
}

package social.kring.community.relationships;

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
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Actor;
import social.kring.protocol.activitystreams.Move;
import social.kring.protocol.url.FediUrl;

/**
 * Someone elsewhere has moved, and followers here go along. FEP-7628, push mode: the target has to
 * name the old actor among its aliases, in the document that it serves now.
 */
final class MoveHandler implements ActivityHandler<Move> {
  private final Actors actors;
  private final MoveRecorder moves;

  MoveHandler(Actors actors, MoveRecorder moves) {
    this.actors = actors;
    this.moves = moves;
  }

  @Override
  public Class<Move> activity() {
    return Move.class;
  }

  @Override
  public Set<ObjectKind> objects() {
    return Set.of(ObjectKind.ACTOR);
  }

  @Override
  public Needs needs(Received<Move> received, Fetched fetched, Queries queries) {
    var target = received.activity().target();
    var local = actors.byUri(queries, target).filter(ActorRow::local).isPresent();
    return local ? Needs.NONE : new Needs(Set.of(target), Set.of(target));
  }

  @Override
  public Outcome handle(Received<Move> received, Fetched fetched, Transaction tx) {
    var move = received.activity();
    if (!move.object().equals(move.actor()) || move.target().equals(move.actor())) {
      return Outcome.refused(move.actor() + " may move itself only, and elsewhere");
    }
    var from = actors.byUri(tx, move.actor());
    var to = fetched.actor(move.target()).or(() -> actors.byUri(tx, move.target()));
    if (from.isEmpty()) {
      return Outcome.done();
    }
    if (to.isEmpty() || !knowsAs(to.get(), fetched, move.actor())) {
      return Outcome.refused(move.target() + " does not name " + move.actor() + " as an alias");
    }
    return move(tx, from.get(), to.get());
  }

  private Outcome move(Transaction tx, ActorRow from, ActorRow to) {
    var recent = moves.recent(tx, from.id());
    if (recent.isPresent()) {
      return recent.get().target() == to.id()
          ? Outcome.done()
          : Outcome.refused(from.uri() + " moved elsewhere less than a week ago");
    }
    moves.record(tx, from, to, Optional.empty());
    return Outcome.done();
  }

  /** For an actor elsewhere only the document fetched now counts, not what was stored before. */
  private static boolean knowsAs(ActorRow target, Fetched fetched, FediUrl alias) {
    return target.local()
        ? target.standing().alsoKnownAs().contains(alias.text())
        : fetched
            .object(target.uri())
            .filter(Actor.class::isInstance)
            .filter(actor -> ((Actor) actor).links().alsoKnownAs().contains(alias.text()))
            .isPresent();
  }
}

package social.kring.community.relationships;

import java.util.Optional;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/** Moving away, as people here do it: their followers go along, here and elsewhere. FEP-7628. */
public final class Moves {
  private final Database database;
  private final Actors actors;
  private final MoveRecorder recorder;
  private final MoveBuilder builder;

  Moves(Database database, Actors actors, MoveRecorder recorder, MoveBuilder builder) {
    this.database = database;
    this.actors = actors;
    this.recorder = recorder;
    this.builder = builder;
  }

  /**
   * Who somebody may move to, as they are now. Asks the target's node, so not inside of a
   * transaction.
   *
   * @throws Problem INVALID where the target does not name the one who moves among its aliases, is
   *     gone, or has itself moved
   */
  public ActorRow target(ActorRow from, FediUrl target, FreshActors fresh) {
    if (target.equals(from.uri())) {
      throw Problem.invalid("target is " + target + ", which is the account that moves");
    }
    var to = now(target, fresh);
    if (!to.standing().active() || to.standing().movedTo().isPresent()) {
      throw Problem.invalid("target is " + to.handle() + ", which has itself moved or is gone");
    }
    if (!to.standing().alsoKnownAs().contains(from.uri().text())) {
      throw Problem.invalid(
          "target is " + to.handle() + ", which does not name " + from.uri() + " in alsoKnownAs");
    }
    return to;
  }

  private ActorRow now(FediUrl target, FreshActors fresh) {
    var here = actors.byUri(database, target).filter(ActorRow::local);
    if (here.isPresent()) return here.get();
    try {
      return fresh.fetch(target);
    } catch (Problem problem) {
      throw new Problem(
          Problem.Kind.INVALID,
          "target is " + target + ", which cannot be read: " + problem.getMessage(),
          problem);
    }
  }

  /**
   * Moves; nothing happens if somebody moved there already.
   *
   * @param to found by {@link #target}
   * @throws Problem INVALID for a move elsewhere within a week of another
   */
  public void move(Transaction tx, ActorRow from, ActorRow to) {
    var recent = recorder.recent(tx, from.id());
    if (recent.isEmpty()) {
      recorder.record(tx, from, to, Optional.of(builder.move(from, to)));
    } else if (recent.get().target() != to.id()) {
      throw Problem.invalid("this account has moved elsewhere less than a week ago");
    }
  }
}

package social.kring.federation.profiles;

import java.util.Optional;
import java.util.Set;
import social.kring.federation.actors.Actors;
import social.kring.federation.actors.RemoteActors;
import social.kring.federation.receiving.ActivityHandler;
import social.kring.federation.receiving.Fetched;
import social.kring.federation.receiving.Needs;
import social.kring.federation.receiving.ObjectKind;
import social.kring.federation.receiving.Outcome;
import social.kring.federation.receiving.Received;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Actor;
import social.kring.protocol.activitystreams.ApObject;
import social.kring.protocol.activitystreams.ObjectReference;
import social.kring.protocol.activitystreams.Update;

/**
 * Somebody elsewhere has changed what they show of themselves, their keys included. What lies at
 * their id now counts more than what was sent, which may have overtaken something or come late.
 * ActivityPub §7.3.
 */
public final class ActorUpdateHandler implements ActivityHandler<Update> {
  private final Actors actors;
  private final RemoteActors remote;

  public ActorUpdateHandler(Actors actors, RemoteActors remote) {
    this.actors = actors;
    this.remote = remote;
  }

  @Override
  public Class<Update> activity() {
    return Update.class;
  }

  @Override
  public Set<ObjectKind> objects() {
    return Set.of(ObjectKind.ACTOR);
  }

  @Override
  public Needs needs(Received<Update> received, Fetched fetched, Queries queries) {
    var update = received.activity();
    return isOfItself(update) && fetched.object(update.actor()).isEmpty()
        ? Needs.object(update.actor())
        : Needs.NONE;
  }

  @Override
  public Outcome handle(Received<Update> received, Fetched fetched, Transaction tx) {
    var update = received.activity();
    if (!isOfItself(update)) return Outcome.refused(update.actor() + " may change itself only");
    var known = actors.byUri(tx, update.actor());
    var now =
        fetched.object(update.actor()).flatMap(ActorUpdateHandler::actor).or(() -> sent(update));
    if (known.isPresent() && now.isPresent()) remote.update(tx, known.get(), now.get());
    return Outcome.done();
  }

  private static boolean isOfItself(Update update) {
    return update.object().id().filter(update.actor()::equals).isPresent();
  }

  private static Optional<Actor> sent(Update update) {
    return Optional.of(update.object())
        .flatMap(ObjectReference::embedded)
        .flatMap(ActorUpdateHandler::actor);
  }

  private static Optional<Actor> actor(ApObject object) {
    return Optional.of(object).filter(Actor.class::isInstance).map(Actor.class::cast);
  }
}

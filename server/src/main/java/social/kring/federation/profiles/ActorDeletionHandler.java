package social.kring.federation.profiles;

import java.util.Set;
import social.kring.federation.actors.Actors;
import social.kring.federation.actors.Departures;
import social.kring.federation.receiving.ActivityHandler;
import social.kring.federation.receiving.Fetched;
import social.kring.federation.receiving.ObjectKind;
import social.kring.federation.receiving.Outcome;
import social.kring.federation.receiving.Received;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Delete;

/** Somebody elsewhere is no more. ActivityPub §7.4. */
public final class ActorDeletionHandler implements ActivityHandler<Delete> {
  private final Actors actors;
  private final Departures departures;

  public ActorDeletionHandler(Actors actors, Departures departures) {
    this.actors = actors;
    this.departures = departures;
  }

  @Override
  public Class<Delete> activity() {
    return Delete.class;
  }

  @Override
  public Set<ObjectKind> objects() {
    return Set.of(ObjectKind.ACTOR);
  }

  @Override
  public Outcome handle(Received<Delete> received, Fetched fetched, Transaction tx) {
    var delete = received.activity();
    if (delete.object().id().filter(delete.actor()::equals).isEmpty()) {
      return Outcome.refused(delete.actor() + " may delete itself only");
    }
    actors.byUri(tx, delete.actor()).ifPresent(actor -> departures.record(tx, actor));
    return Outcome.done();
  }
}

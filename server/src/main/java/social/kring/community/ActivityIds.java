package social.kring.community;

import social.kring.federation.actors.ActorRow;
import social.kring.platform.storage.Ids;
import social.kring.protocol.url.FediUrl;

/** Mints ids for the activities of local actors. They lie on the actor's own origin. */
public final class ActivityIds {
  private final Ids ids;

  public ActivityIds(Ids ids) {
    this.ids = ids;
  }

  public FediUrl next(ActorRow actor) {
    var origin = actor.uri().origin();
    return FediUrl.parse(
        origin.scheme() + "://" + origin.authority() + "/ap/activity/" + ids.next());
  }
}

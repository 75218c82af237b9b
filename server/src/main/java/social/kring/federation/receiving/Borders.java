package social.kring.federation.receiving;

import java.util.Optional;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.federation.peers.HostPolicies;
import social.kring.platform.storage.Queries;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Activity;
import social.kring.protocol.activitystreams.Delete;
import social.kring.protocol.activitystreams.ObjectReference;
import social.kring.protocol.url.FediUrl;

/** What can be told of an activity before anybody's signature is looked at. */
final class Borders {
  private final Actors actors;
  private final HostPolicies policies;

  Borders(Actors actors, HostPolicies policies) {
    this.actors = actors;
    this.policies = policies;
  }

  /**
   * @throws Problem MALFORMED where it has no id; FORBIDDEN where its host is suspended, or where
   *     the id is one of another host's
   */
  void check(Activity activity) {
    var id = activity.id().orElseThrow(() -> Problem.malformed("id is not an address"));
    requireAllowed(activity.actor());
    if (!id.sameOrigin(activity.actor())) {
      throw Problem.forbidden(id.text() + " does not lie where its actor lies");
    }
  }

  /**
   * @throws Problem FORBIDDEN where the host of that address is suspended
   */
  void requireAllowed(FediUrl url) {
    if (policies.isSuspended(url)) {
      throw Problem.forbidden(url.origin().authority() + " is suspended here");
    }
  }

  /**
   * Whether somebody leaves who was never seen here, or has left already. A node that shuts down
   * tells everybody of each of its actors, whose keys are gone by then.
   */
  boolean isLeaveOfUnknown(Queries queries, Activity activity) {
    return activity instanceof Delete delete
        && Optional.of(delete.object())
            .flatMap(ObjectReference::id)
            .filter(delete.actor()::equals)
            .isPresent()
        && actors.byUri(queries, delete.actor()).filter(Borders::isHere).isEmpty();
  }

  private static boolean isHere(ActorRow actor) {
    return actor.standing().deletedAt().isEmpty();
  }
}

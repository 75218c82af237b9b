package social.kring.door.mastodon;

import social.kring.federation.actors.ActorRow;
import social.kring.protocol.Problem;

/** Finds whom a route is about. */
final class AccountFinder {
  private final Capabilities all;

  AccountFinder(Capabilities all) {
    this.all = all;
  }

  /**
   * @throws Problem NOT_FOUND where nobody has that id, or no longer
   */
  ActorRow require(long id) {
    return all.base()
        .actors()
        .byId(all.database(), id)
        .filter(AccountFinder::exists)
        .orElseThrow(() -> Problem.notFound("Record not found"));
  }

  /** Somebody of this node who is not let in yet is nobody. */
  static boolean exists(ActorRow actor) {
    var standing = actor.standing();
    return standing.active() || !actor.local() && standing.deletedAt().isEmpty();
  }

  /** Whether somebody's lists are open to a viewer: not to those whom a block keeps away. */
  boolean open(long viewer, ActorRow actor) {
    return actor.standing().active()
        && (viewer == 0
            || !all.relationships().blocks().existBetween(all.database(), viewer, actor.id()));
  }
}

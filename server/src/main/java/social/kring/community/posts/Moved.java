package social.kring.community.posts;

import social.kring.federation.actors.ActorRow;
import social.kring.protocol.Problem;

/** Whoever moved away reads on here, but speaks from the new place only. */
final class Moved {
  private Moved() {}

  /**
   * @throws Problem FORBIDDEN for an actor that moved
   */
  static void check(ActorRow actor) {
    actor
        .standing()
        .movedTo()
        .ifPresent(
            target -> {
              throw Problem.forbidden(
                  "This account has moved to " + target + " and posts no longer from here");
            });
  }
}

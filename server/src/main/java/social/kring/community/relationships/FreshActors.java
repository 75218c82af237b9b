package social.kring.community.relationships;

import social.kring.federation.actors.ActorRow;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/** Asks other nodes what their actors say of themselves now. */
@FunctionalInterface
public interface FreshActors {

  /**
   * @throws Problem where it cannot be had
   */
  ActorRow fetch(FediUrl uri);
}

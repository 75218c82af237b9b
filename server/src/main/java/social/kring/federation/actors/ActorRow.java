package social.kring.federation.actors;

import social.kring.protocol.discovery.Handle;
import social.kring.protocol.url.FediUrl;

/**
 * An actor as it is stored.
 *
 * @param id ours, time-sorted; what the client API calls the account's id
 * @param uri its id in the fediverse, opaque
 */
public record ActorRow(
    long id,
    FediUrl uri,
    ActorKind kind,
    Handle handle,
    ActorAddresses addresses,
    ActorProfile profile,
    ActorStanding standing) {

  public boolean local() {
    return kind.local();
  }
}

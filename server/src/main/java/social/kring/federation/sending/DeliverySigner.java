package social.kring.federation.sending;

import social.kring.federation.peers.SignatureDialect;
import social.kring.platform.http.PeerRequest;

/** Signs deliveries in the name of local actors, at the time when they are sent. */
@FunctionalInterface
public interface DeliverySigner {

  /**
   * @param sender id of the local actor
   * @return the request with the headers that sign it
   */
  PeerRequest sign(PeerRequest request, long sender, SignatureDialect dialect);
}

package social.kring.federation.remote;

import social.kring.platform.http.PeerRequest;

/** Signs fetches in the name of this node, since many peers answer nobody else. */
@FunctionalInterface
public interface FetchSigner {

  /** The request with the headers that sign it. */
  PeerRequest sign(PeerRequest request);
}

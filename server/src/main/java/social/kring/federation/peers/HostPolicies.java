package social.kring.federation.peers;

import social.kring.protocol.url.FediUrl;
import social.kring.protocol.url.Origin;

/** Answers what was decided about hosts. */
@FunctionalInterface
public interface HostPolicies {

  /**
   * @param authority host, with its port where that is not the usual one
   */
  PeerPolicy policy(String authority);

  default PeerPolicy policy(Origin origin) {
    return policy(origin.authority());
  }

  default boolean isSuspended(FediUrl url) {
    return policy(url.origin()) == PeerPolicy.SUSPENDED;
  }
}

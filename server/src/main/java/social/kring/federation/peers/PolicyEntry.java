package social.kring.federation.peers;

import java.time.Instant;
import java.util.List;

/**
 * A decision about a host and all hosts below it.
 *
 * @param host with a port only where the decision is about that port alone
 */
public record PolicyEntry(String host, PeerPolicy policy, String reason, Instant at) {

  /** Whether it holds for a host, with its port where that is not the usual one. */
  public boolean covers(String authority) {
    return new PolicyList(List.of(this)).policy(authority) == policy;
  }
}

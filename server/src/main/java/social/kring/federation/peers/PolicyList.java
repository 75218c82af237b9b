package social.kring.federation.peers;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import social.kring.protocol.url.IpLiteral;

/** All decisions, as they were at one moment. A decision about a host holds below it, too. */
final class PolicyList implements HostPolicies {
  private final Map<String, PeerPolicy> policies;

  PolicyList(List<PolicyEntry> entries) {
    this.policies =
        entries.stream()
            .collect(Collectors.toUnmodifiableMap(PolicyEntry::host, PolicyEntry::policy));
  }

  /** The strictest of what was decided about the host, its port, and the hosts above it. */
  @Override
  public PeerPolicy policy(String authority) {
    var colon = authority.lastIndexOf(':');
    var hasPort = colon > authority.lastIndexOf(']');
    var host = hasPort ? authority.substring(0, colon) : authority;
    var port = hasPort ? authority.substring(colon) : "";
    var strictest = PeerPolicy.NONE;
    for (var above = host; !above.isEmpty(); above = parent(above)) {
      strictest = strictest.orStricter(decided(above)).orStricter(decided(above + port));
    }
    return strictest;
  }

  private PeerPolicy decided(String host) {
    return policies.getOrDefault(host, PeerPolicy.NONE);
  }

  /** An address has numbers, not names, above it. */
  private static String parent(String host) {
    var dot = host.indexOf('.');
    var isAddress = host.startsWith("[") || IpLiteral.parse(host).isPresent();
    return dot < 0 || isAddress ? "" : host.substring(dot + 1);
  }
}

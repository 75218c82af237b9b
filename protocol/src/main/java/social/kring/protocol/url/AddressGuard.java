package social.kring.protocol.url;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the public internet from all others (IANA's special-purpose registries, RFC
 * 6890). The predicates of {@link InetAddress} miss most of these.
 */
public final class AddressGuard {
  private static final List<Cidr> NOT_PUBLIC =
      Stream.of(
              "0.0.0.0/8", // this network
              "10.0.0.0/8", // private, RFC 1918
              "100.64.0.0/10", // carriers' shared space, RFC 6598
              "127.0.0.0/8", // loopback
              "169.254.0.0/16", // link-local; clouds serve credentials here
              "172.16.0.0/12", // private, RFC 1918
              "192.0.0.0/24", // protocol assignments
              "192.0.2.0/24", // documentation
              "192.31.196.0/24", // AS112
              "192.52.193.0/24", // multicast tunnels
              "192.88.99.0/24", // 6to4 relays, RFC 7526
              "192.168.0.0/16", // private, RFC 1918
              "192.175.48.0/24", // AS112
              "198.18.0.0/15", // benchmarks
              "198.51.100.0/24", // documentation
              "203.0.113.0/24", // documentation
              "224.0.0.0/4", // multicast
              "240.0.0.0/4", // reserved, broadcast
              "2001::/23", // protocol assignments, Teredo among them
              "2001:db8::/32", // documentation
              "2002::/16", // 6to4: embeds any IPv4 address
              "2620:4f:8000::/48", // AS112
              "3ffe::/16", // returned by the 6bone, RFC 3701
              "3fff::/20") // documentation
          .map(Cidr::parse)
          .toList();

  /**
   * RFC 4291 §2.4 and IANA: no other IPv6 address is assigned to hosts of the public internet. What
   * embeds IPv4 (::/96, ::ffff:0:0/96, 64:ff9b::/96), fc00::/7, fe80::/10, fec0::/10 and ff00::/8
   * all lie outside.
   */
  private static final Cidr GLOBAL_UNICAST = Cidr.parse("2000::/3");

  private AddressGuard() {}

  /** Whether strangers may make this node connect there. */
  public static boolean isPublic(InetAddress address) {
    var isIpv6 = address.getAddress().length == 16;
    if (isIpv6 && !GLOBAL_UNICAST.contains(address)) return false;
    return NOT_PUBLIC.stream().noneMatch(range -> range.contains(address));
  }
}

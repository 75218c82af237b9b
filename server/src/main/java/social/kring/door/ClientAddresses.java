package social.kring.door;

import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import social.kring.protocol.url.Cidr;

/**
 * Tells from where a request comes. {@code X-Forwarded-For} is believed only as far as trusted
 * proxies have written it: anybody can send one.
 */
public final class ClientAddresses {
  private static final int MOST_HOPS = 20;

  private final List<Cidr> trusted;

  public ClientAddresses(List<Cidr> trusted) {
    this.trusted = List.copyOf(trusted);
  }

  /** The last address on the way that is not a trusted proxy's. */
  public InetAddress of(RoutingContext context) {
    var peer = InetAddress.ofLiteral(context.request().remoteAddress().hostAddress());
    for (var hop : hops(context).reversed()) {
      if (!isTrusted(peer)) break;
      var before = parse(hop);
      if (before.isEmpty()) break;
      peer = before.get();
    }
    return peer;
  }

  private static List<String> hops(RoutingContext context) {
    var all =
        context.request().headers().getAll("X-Forwarded-For").stream()
            .flatMap(header -> Arrays.stream(header.split(",")))
            .map(String::strip)
            .toList();
    return all.subList(Math.max(0, all.size() - MOST_HOPS), all.size());
  }

  private static Optional<InetAddress> parse(String hop) {
    try {
      return Optional.of(InetAddress.ofLiteral(hop));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }
}

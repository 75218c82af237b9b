package social.kring.platform.http;

import io.vertx.core.Future;
import java.net.InetAddress;
import java.util.List;
import social.kring.protocol.Problem;
import social.kring.protocol.url.AddressGuard;
import social.kring.protocol.url.IpLiteral;
import social.kring.protocol.url.Origin;

/**
 * Which addresses of a peer may be connected to. Whoever connects must use one of these, and not
 * the name again: a name may have another address a moment later.
 */
final class PeerAddresses {
  private static final int MOST = 4;
  private static final InetAddress THIS_MACHINE = InetAddress.ofLiteral("127.0.0.1");

  private final NameLookup names;
  private final PrivatePeers privatePeers;

  PeerAddresses(NameLookup names, PrivatePeers privatePeers) {
    this.names = names;
    this.privatePeers = privatePeers;
  }

  /**
   * At least one address.
   *
   * @return fails with FORBIDDEN where none of the host's addresses may be connected to, and with
   *     what the lookup says where there are none
   */
  Future<List<InetAddress>> of(Origin origin) {
    if (origin.scheme().equals("http") && !origin.isThisMachine()) {
      return Future.failedFuture(
          Problem.forbidden(origin.text() + " is not asked: http is for this machine only"));
    }
    return all(origin).map(addresses -> allowed(origin, addresses));
  }

  /** RFC 6761 §6.3: names under localhost are never looked up. */
  private Future<List<InetAddress>> all(Origin origin) {
    var literal = origin.literal();
    if (literal.isPresent()) return Future.succeededFuture(List.of(literal.get()));
    if (origin.isThisMachine()) return Future.succeededFuture(List.of(THIS_MACHINE));
    return names.lookup(origin.host());
  }

  private List<InetAddress> allowed(Origin origin, List<InetAddress> addresses) {
    var allowed =
        privatePeers.allow(origin)
            ? addresses
            : addresses.stream().filter(AddressGuard::isPublic).toList();
    if (allowed.isEmpty()) {
      throw Problem.forbidden(origin.authority() + " is not asked: it has no public address");
    }
    return allowed.stream().limit(MOST).map(PeerAddresses::withoutName).toList();
  }

  /** Pools of connections would else be told apart by name, not by address. */
  private static InetAddress withoutName(InetAddress address) {
    return InetAddress.ofLiteral(IpLiteral.text(address));
  }
}

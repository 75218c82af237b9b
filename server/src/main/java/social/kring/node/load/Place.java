package social.kring.node.load;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/** Where requests of a load run go: always this machine, by whatever name. */
final class Place {
  static final String USER_AGENT = "kring-load";

  private static final String LOOPBACK = "127.0.0.1";

  private Place() {}

  /**
   * @throws Problem FORBIDDEN for every other machine
   */
  static FediUrl onThisMachine(String base) {
    var url = FediUrl.parse(base.endsWith("/") ? base.substring(0, base.length() - 1) : base);
    if (!url.host().endsWith(".localhost") && !url.host().equals("localhost") && !isLoopback(url)) {
      throw Problem.forbidden(base + " is not on this machine; load runs go nowhere else");
    }
    return url;
  }

  private static boolean isLoopback(FediUrl url) {
    return url.host().matches("[0-9.]+") && InetAddress.ofLiteral(url.host()).isLoopbackAddress();
  }

  static InetSocketAddress address(FediUrl url) {
    return new InetSocketAddress(LOOPBACK, url.port());
  }

  static RequestOptions request(HttpMethod method, FediUrl url) {
    return new RequestOptions()
        .setServer(SocketAddress.inetSocketAddress(address(url)))
        .setHost(url.host())
        .setPort(url.port())
        .setMethod(method)
        .setURI(url.pathAndQuery())
        .putHeader("Host", url.origin().authority())
        .putHeader("User-Agent", USER_AGENT);
  }
}

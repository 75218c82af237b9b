package social.kring.platform.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** The machine's hosts file and DNS servers, asked without blocking a thread. */
public final class SystemNames implements NameLookup {
  private final VertxInternal vertx;

  public SystemNames(Vertx vertx) {
    this.vertx = (VertxInternal) vertx;
  }

  @Override
  public Future<List<InetAddress>> lookup(String host) {
    var found = Promise.<List<InetSocketAddress>>promise();
    vertx.nameResolver().resolveAll(host, found::handle);
    return found
        .future()
        .map(addresses -> addresses.stream().map(InetSocketAddress::getAddress).toList());
  }
}

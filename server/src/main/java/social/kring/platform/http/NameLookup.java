package social.kring.platform.http;

import io.vertx.core.Future;
import java.net.InetAddress;
import java.util.List;

/** Asks for the addresses of a name. */
@FunctionalInterface
public interface NameLookup {

  /** All addresses of the host, the preferred ones first; fails where there are none. */
  Future<List<InetAddress>> lookup(String host);
}

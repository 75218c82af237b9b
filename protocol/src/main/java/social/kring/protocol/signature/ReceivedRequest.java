package social.kring.protocol.signature;

import java.util.Map;
import java.util.Optional;
import social.kring.protocol.url.FediUrl;

/**
 * A request as it came in, as far as a signature can cover it.
 *
 * @param method in capitals
 * @param target built from the configured scheme and host and the request line, never from headers
 * @param headers by lower-case name; several of one name are joined by a comma and a space
 * @param body empty where there is none
 */
public record ReceivedRequest(
    String method, FediUrl target, Map<String, String> headers, byte[] body) {

  public ReceivedRequest {
    headers = Map.copyOf(headers);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(String::strip);
  }

  boolean needsDigest() {
    return BodyDigest.isNeeded(method, body);
  }

  boolean isNamedByHost() {
    return header("host").filter(this::names).isPresent();
  }

  /** Host names know no case, and a port may be written out. */
  private boolean names(String host) {
    var origin = target.origin();
    return host.equalsIgnoreCase(origin.authority())
        || host.equalsIgnoreCase(origin.host() + ":" + origin.port());
  }
}

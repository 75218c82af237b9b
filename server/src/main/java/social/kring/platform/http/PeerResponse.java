package social.kring.platform.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a peer answered.
 *
 * @param headers by lower-case name; of several of one name, the first
 */
public record PeerResponse(int status, Map<String, String> headers, byte[] body) {

  public PeerResponse {
    headers = Map.copyOf(headers);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Whether another address is to be asked instead (RFC 9110 §15.4). */
  public boolean isRedirect() {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }
}

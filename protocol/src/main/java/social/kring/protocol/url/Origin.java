package social.kring.protocol.url;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;
import social.kring.protocol.Problem;

/**
 * Scheme, host and port: who answers for an address (RFC 6454).
 *
 * @param port always set; the scheme's own where the address names none
 */
public record Origin(String scheme, String host, int port) {
  private static final Pattern BEYOND_AUTHORITY = Pattern.compile("[/?#]");

  /**
   * Who answers for a host that is named without a scheme: by http on this machine, by https
   * everywhere else.
   *
   * @param authority host, or host and port
   * @throws Problem MALFORMED, naming the authority
   */
  public static Origin ofAuthority(String authority) {
    if (BEYOND_AUTHORITY.matcher(authority).find()) {
      throw FediUrl.refused(authority, "is not a host, expected one like acme.example");
    }
    var origin = FediUrl.parse("https://" + authority).origin();
    return origin.isThisMachine() ? FediUrl.parse("http://" + authority).origin() : origin;
  }

  /** Whether the host is a loopback address or a name under {@code .localhost} (RFC 6761 §6.3). */
  public boolean isThisMachine() {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || literal().filter(InetAddress::isLoopbackAddress).isPresent();
  }

  /** The host as an address, if it is one written out. */
  public Optional<InetAddress> literal() {
    var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return IpLiteral.parse(bare);
  }

  /** As in {@code Host} and in handles: with the port where it is not the scheme's own. */
  public String authority() {
    return port == defaultPort(scheme) ? host : host + ":" + port;
  }

  /** The start of every address of this origin, without a slash at its end. */
  public String text() {
    return scheme + "://" + authority();
  }

  static int defaultPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }
}

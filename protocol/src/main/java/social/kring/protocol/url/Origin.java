package social.kring.protocol.url;

/**
 * Scheme, host and port: who answers for an address (RFC 6454).
 *
 * @param port always set; the scheme's own where the address names none
 */
public record Origin(String scheme, String host, int port) {

  /** As in {@code Host} and in handles: with the port where it is not the scheme's own. */
  public String authority() {
    return port == defaultPort(scheme) ? host : host + ":" + port;
  }

  static int defaultPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }
}

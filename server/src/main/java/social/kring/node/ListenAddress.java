package social.kring.node;

import java.util.Locale;
import java.util.regex.Pattern;
import social.kring.protocol.Problem;

/**
 * Where the node listens.
 *
 * @param port 0 lets the system choose
 */
public record ListenAddress(String host, int port) {
  private static final Pattern FORM =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+):([0-9]{1,5})");

  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads {@code host:port}.
   *
   * @throws Problem MALFORMED, naming the text
   */
  static ListenAddress parse(String text) {
    var parts = FORM.matcher(text);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) > HIGHEST_PORT) {
      throw Problem.malformed(
          "\"" + text + "\" is not an address, expected one like 127.0.0.1:8080");
    }
    return new ListenAddress(bare(parts.group(1)), Integer.parseInt(parts.group(2)));
  }

  /** Names under localhost are never looked up. RFC 6761 §6.3. */
  private static String bare(String host) {
    var lower = host.toLowerCase(Locale.ROOT);
    if (lower.equals("localhost") || lower.endsWith(".localhost")) return "127.0.0.1";
    return lower.startsWith("[") ? lower.substring(1, lower.length() - 1) : lower;
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}

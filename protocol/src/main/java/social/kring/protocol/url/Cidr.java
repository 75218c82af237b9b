package social.kring.protocol.url;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.regex.Pattern;
import social.kring.protocol.Problem;

/** A range of addresses, {@code 10.0.0.0/8} (RFC 4632, RFC 4291 §2.3). */
public final class Cidr {
  private static final Pattern LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");

  private final byte[] network;
  private final int length;

  private Cidr(byte[] network, int length) {
    this.network = network;
    this.length = length;
  }

  /**
   * Reads a range; an address alone is a range of one.
   *
   * @throws Problem MALFORMED, naming the text
   */
  public static Cidr parse(String text) {
    var slash = text.indexOf('/');
    var network =
        IpLiteral.parse(slash < 0 ? text : text.substring(0, slash))
            .orElseThrow(() -> refused(text))
            .getAddress();
    var length = slash < 0 ? network.length * 8 : length(text, text.substring(slash + 1));
    if (length > network.length * 8) throw refused(text);
    var cidr = new Cidr(network, length);
    if (!cidr.isNetwork()) throw refused(text);
    return cidr;
  }

  /** Whether the address lies in this range; never for the other IP version. */
  public boolean contains(InetAddress address) {
    var bytes = address.getAddress();
    if (bytes.length != network.length) return false;
    for (var i = 0; i < network.length; i++) {
      if (((bytes[i] ^ network[i]) & mask(i)) != 0) return false;
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cidr that
        && length == that.length
        && Arrays.equals(network, that.network);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(network) * 31 + length;
  }

  private boolean isNetwork() {
    for (var i = 0; i < network.length; i++) {
      if ((network[i] & 0xff & ~mask(i)) != 0) return false;
    }
    return true;
  }

  private int mask(int index) {
    var bits = Math.clamp(length - index * 8, 0, 8);
    return 0xff << (8 - bits) & 0xff;
  }

  private static int length(String text, String written) {
    if (!LENGTH.matcher(written).matches()) throw refused(text);
    return Integer.parseInt(written);
  }

  private static Problem refused(String text) {
    return Problem.malformed(
        "\"" + text + "\" is not a range of addresses, expected one like 10.0.0.0/8 or fd00::/8");
  }
}

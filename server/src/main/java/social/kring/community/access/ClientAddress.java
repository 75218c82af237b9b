package social.kring.community.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The address of a client, as trusted proxies tell it. */
public record ClientAddress(InetAddress address) {
  private static final int PREFIX_BYTES = 8;

  /** What limits count: an IPv4 address, or the /64 that one IPv6 customer has to himself. */
  String network() {
    return address instanceof Inet6Address six ? prefix(six) : address.getHostAddress();
  }

  private static String prefix(Inet6Address address) {
    var bytes = address.getAddress();
    Arrays.fill(bytes, PREFIX_BYTES, bytes.length, (byte) 0);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
    } catch (UnknownHostException lengthIsRight) {
      throw new IllegalStateException(lengthIsRight);
    }
  }
}

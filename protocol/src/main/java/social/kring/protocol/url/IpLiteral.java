package social.kring.protocol.url;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Optional;

/**
 * IP addresses written out, in their one canonical form only. {@link InetAddress} also takes {@code
 * 127.1}, {@code 2130706433} and other spellings that slip past whoever compares text.
 */
public final class IpLiteral {
  private static final int GROUPS = 8;

  private IpLiteral() {}

  /** The address, if the text is one in canonical form; never asks DNS. */
  public static Optional<InetAddress> parse(String text) {
    if (text.indexOf('%') >= 0 || !looksLikeOne(text)) return Optional.empty();
    try {
      return Optional.of(InetAddress.ofLiteral(text)).filter(found -> text(found).equals(text));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  /** Names are asked about all the time, and are told apart by an exception otherwise. */
  private static boolean looksLikeOne(String text) {
    var last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    return last >= '0' && last <= '9' || text.indexOf(':') >= 0;
  }

  /** Dotted decimal, or RFC 5952 for IPv6 (without brackets and zone). */
  public static String text(InetAddress address) {
    return switch (address) {
      case Inet4Address four -> four.getHostAddress();
      case Inet6Address six -> compressed(groups(six.getAddress()));
      default -> throw new IllegalArgumentException(address + " is neither IPv4 nor IPv6");
    };
  }

  private static int[] groups(byte[] bytes) {
    var groups = new int[GROUPS];
    for (var i = 0; i < GROUPS; i++) {
      groups[i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
    }
    return groups;
  }

  /** RFC 5952 §4.2: the first of the longest runs of at least two zero groups becomes "::". */
  private static String compressed(int[] groups) {
    var start = 0;
    var length = 0;
    for (var i = 0; i < GROUPS; i++) {
      var run = zerosFrom(groups, i);
      if (run > length) {
        start = i;
        length = run;
      }
    }
    if (length < 2) return hex(groups, 0, GROUPS);
    return hex(groups, 0, start) + "::" + hex(groups, start + length, GROUPS);
  }

  private static int zerosFrom(int[] groups, int from) {
    var end = from;
    while (end < GROUPS && groups[end] == 0) end++;
    return end - from;
  }

  private static String hex(int[] groups, int from, int to) {
    var written = new ArrayList<String>(GROUPS);
    for (var i = from; i < to; i++) written.add(Integer.toHexString(groups[i]));
    return String.join(":", written);
  }
}

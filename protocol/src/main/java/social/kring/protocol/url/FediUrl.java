package social.kring.protocol.url;

import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import social.kring.protocol.Problem;

/**
 * An address in the fediverse: http or https, a host in lower-case ASCII, no user information.
 *
 * <p>Scheme, host and port are normalised; path, query and fragment stay as they came, since ids
 * are opaque and compared as text. Stricter than {@link URI}, which takes null hosts, user
 * information and ports that do not exist.
 */
public final class FediUrl implements Comparable<FediUrl> {
  private static final int LONGEST = 2_048;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String SEPARATOR = "://";
  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_HOST = 253;
  private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
  private static final Pattern NUMERIC_END = Pattern.compile("([0-9]+|0x[0-9a-f]*)");

  private final String text;
  private final Origin origin;
  private final String pathAndQuery;
  private final String fragment;

  private FediUrl(Origin origin, String pathAndQuery, String fragment) {
    this.origin = origin;
    this.pathAndQuery = pathAndQuery;
    this.fragment = fragment;
    this.text = origin.text() + pathAndQuery + fragment;
  }

  /**
   * @throws Problem MALFORMED, naming the text and what is wrong with it
   */
  public static FediUrl parse(String text) {
    if (text.length() > LONGEST) throw refused(text, "is longer than " + LONGEST + " characters");
    if (hasForbidden(text)) {
      throw refused(text, "has white space, a control character, half a character or a backslash");
    }
    var scheme = scheme(text);
    var authorityStart = scheme.length() + SEPARATOR.length();
    var pathStart = authorityEnd(text, authorityStart);
    if (pathStart == authorityStart) throw refused(text, "is not an http or https address");
    var fragmentStart = text.indexOf('#', pathStart);
    var pathEnd = fragmentStart < 0 ? text.length() : fragmentStart;
    return new FediUrl(
        origin(text, scheme, text.substring(authorityStart, pathStart)),
        text.substring(pathStart, pathEnd),
        text.substring(pathEnd));
  }

  private static String scheme(String text) {
    var start = text.substring(0, Math.min(text.length(), 8)).toLowerCase(Locale.ROOT);
    if (start.equals("https" + SEPARATOR)) return "https";
    if (start.startsWith("http" + SEPARATOR)) return "http";
    throw refused(text, "is not an http or https address");
  }

  private static int authorityEnd(String text, int start) {
    var end = start;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) end++;
    return end;
  }

  public static Optional<FediUrl> tryParse(String text) {
    try {
      return Optional.of(parse(text));
    } catch (Problem notOne) {
      return Optional.empty();
    }
  }

  private static Origin origin(String text, String scheme, String authority) {
    if (authority.indexOf('@') >= 0) throw refused(text, "carries user information");
    var colon = authority.lastIndexOf(':');
    var hasPort = colon > authority.lastIndexOf(']');
    var host = host(text, hasPort ? authority.substring(0, colon) : authority);
    var port = hasPort ? port(text, authority.substring(colon + 1)) : Origin.defaultPort(scheme);
    return new Origin(scheme, host, port);
  }

  private static int port(String text, String port) {
    if (!PORT.matcher(port).matches() || Integer.parseInt(port) > 65_535) {
      throw refused(text, "has the port \"" + port + "\", expected 1 to 65535");
    }
    return Integer.parseInt(port);
  }

  private static String host(String text, String written) {
    var lower = written.toLowerCase(Locale.ROOT);
    if (lower.startsWith("[")) {
      if (isIpv6(lower)) return lower;
      throw refused(text, "has a host that is not a canonical IPv6 address");
    }
    var ascii = ascii(text, lower);
    var labels = ascii.split("\\.", -1);
    var last = labels[labels.length - 1];
    if (NUMERIC_END.matcher(last).matches()) {
      if (IpLiteral.parse(ascii).isPresent()) return ascii;
      throw refused(text, "has a host that is neither a name nor a canonical IPv4 address");
    }
    for (var label : labels) {
      if (!isLabel(label)) throw refused(text, "has a malformed host");
    }
    if (ascii.length() > LONGEST_HOST) throw refused(text, "has a host that is too long");
    return ascii;
  }

  private static boolean isLabel(String label) {
    if (label.isEmpty() || label.length() > LONGEST_LABEL) return false;
    for (var i = 0; i < label.length(); i++) if (!isOfLabel(label.charAt(i))) return false;
    return label.charAt(0) != '-' && label.charAt(label.length() - 1) != '-';
  }

  private static boolean isOfLabel(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  }

  private static boolean isIpv6(String bracketed) {
    return bracketed.endsWith("]")
        && bracketed.indexOf(':') > 0
        && IpLiteral.parse(bracketed.substring(1, bracketed.length() - 1)).isPresent();
  }

  /** No name in ASCII is shorter than as people read it; some grow beyond what IDN bears. */
  private static String ascii(String text, String host) {
    if (isAscii(host)) return host;
    if (host.length() > LONGEST_HOST) throw refused(text, "has a host that is too long");
    try {
      return IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (RuntimeException notIdna) {
      throw refused(text, "has a host that is not valid IDNA");
    }
  }

  private static boolean isAscii(String text) {
    for (var i = 0; i < text.length(); i++) if (text.charAt(i) >= 128) return false;
    return true;
  }

  /** Looked at for every address of every document: most are ASCII, and need no more than this. */
  private static boolean hasForbidden(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c >= 128) return text.codePoints().anyMatch(FediUrl::isForbidden);
      if (c <= ' ' || c == '\\' || c == 127) return true;
    }
    return false;
  }

  private static boolean isForbidden(int c) {
    return c <= ' '
        || c == '\\'
        || Character.isISOControl(c)
        || Character.getType(c) == Character.SURROGATE
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c);
  }

  static Problem refused(String text, String why) {
    var shown = text.length() > 200 ? text.substring(0, 200) + "…" : text;
    return Problem.malformed("\"" + shown + "\" " + why);
  }

  /** The whole address, normalised. */
  public String text() {
    return text;
  }

  public Origin origin() {
    return origin;
  }

  public String scheme() {
    return origin.scheme();
  }

  public String host() {
    return origin.host();
  }

  public int port() {
    return origin.port();
  }

  /**
   * As in a request line: starts with a slash, ends before the fragment; what is not ASCII is
   * percent-encoded (RFC 3987 §3.1).
   */
  public String pathAndQuery() {
    var target = pathAndQuery.startsWith("/") ? pathAndQuery : "/" + pathAndQuery;
    return isAscii(target) ? target : percentEncoded(target);
  }

  private static String percentEncoded(String target) {
    var encoded = new StringBuilder();
    for (var octet : target.getBytes(StandardCharsets.UTF_8)) {
      if (octet < 0) encoded.append('%').append(HEX.toHexDigits(octet));
      else encoded.append((char) octet);
    }
    return encoded.toString();
  }

  /** Without its number sign; empty where there is none. */
  public String fragment() {
    return fragment.isEmpty() ? "" : fragment.substring(1);
  }

  public FediUrl withoutFragment() {
    return fragment.isEmpty() ? this : new FediUrl(origin, pathAndQuery, "");
  }

  public boolean sameOrigin(FediUrl other) {
    return origin.equals(other.origin);
  }

  /**
   * For libraries that know no other.
   *
   * @throws Problem MALFORMED for paths that browsers take and RFC 3986 does not
   */
  public URI toUri() {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException notUri) {
      throw refused(text, "is not a URI as RFC 3986 defines it");
    }
  }

  @Override
  public int compareTo(FediUrl other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FediUrl that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}

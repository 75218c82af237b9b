package social.kring.platform.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.regex.Pattern;

/** What a request's head must be so that everyone on its way reads the same request from it. */
final class RequestRules {
  private static final Pattern AUTHORITY =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");
  private static final Pattern ABSOLUTE =
      Pattern.compile("https?://([^/?#]+)([/?].*)?", Pattern.CASE_INSENSITIVE);

  /** RFC 3986 §2.1. What routes requests fails at other paths; none has U+0000 in it. */
  private static final Pattern ENCODED =
      Pattern.compile("(?:[^%?]|%(?!00)[0-9A-Fa-f]{2})*+(?:\\?.*)?");

  private RequestRules() {}

  /**
   * Asked first, since what is answered carries the version of the request.
   *
   * @throws IllegalArgumentException unless it is HTTP/1.1 or HTTP/1.0
   */
  static void checkVersion(String version) {
    require(
        version.equals(HttpVersion.HTTP_1_1.text()) || version.equals(HttpVersion.HTTP_1_0.text()),
        "Neither HTTP/1.1 nor HTTP/1.0");
  }

  /**
   * @throws IllegalArgumentException saying which rule is broken
   */
  static void check(HttpRequest request) {
    checkHost(request);
    checkTarget(request);
    checkFraming(request);
  }

  /** RFC 9112 §3.2: exactly one, of a valid form; HTTP/1.0 may go without. */
  private static void checkHost(HttpRequest request) {
    var hosts = request.headers().getAll(HttpHeaderNames.HOST);
    var mayMiss = request.protocolVersion().equals(HttpVersion.HTTP_1_0);
    require(hosts.size() == 1 || hosts.isEmpty() && mayMiss, "Expected exactly one Host");
    require(hosts.stream().allMatch(host -> AUTHORITY.matcher(host).matches()), "Malformed Host");
  }

  /** RFC 9112 §3.2.2: an absolute target names the same host, or it would be another request. */
  private static void checkTarget(HttpRequest request) {
    var target = request.uri();
    require(ENCODED.matcher(target).matches(), "The path is not encoded as paths are");
    if (target.startsWith("/")) return;
    if (target.equals("*")) {
      require(request.method().equals(HttpMethod.OPTIONS), "This target is for OPTIONS");
      return;
    }
    var absolute = ABSOLUTE.matcher(target);
    var host = request.headers().get(HttpHeaderNames.HOST);
    require(absolute.matches(), "The target is not a path");
    require(absolute.group(1).equalsIgnoreCase(host), "The target is on another host");
  }

  /** RFC 9112 §6.1: one way to find the end of the body, or two requests hide in one. */
  private static void checkFraming(HttpRequest request) {
    var codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
    if (codings.isEmpty()) return;
    require(codings.size() == 1 && codings.getFirst().equals("chunked"), "Expected chunked alone");
    require(request.protocolVersion().equals(HttpVersion.HTTP_1_1), "HTTP/1.0 knows no chunks");
    require(
        !request.headers().contains(HttpHeaderNames.CONTENT_LENGTH),
        "Content-Length beside chunks");
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) throw new IllegalArgumentException(otherwise);
  }
}

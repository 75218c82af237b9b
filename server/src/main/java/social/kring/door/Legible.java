package social.kring.door;

import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.regex.Pattern;
import social.kring.protocol.Problem;

/** Refuses what is broken in itself, before any door and any decoder tries to read it. */
final class Legible {
  private static final String BOUNDARY = "boundary=";

  /** RFC 2046 §5.1.1. */
  private static final Pattern BETWEEN_PARTS =
      Pattern.compile("(\"?)[0-9A-Za-z'()+_,./:=?-]{1,70}\\1\\s*(;.*)?");

  /** RFC 3986 §2.1; of paths the server makes sure. */
  private static final Pattern ENCODED = Pattern.compile("(?:[^%]|%[0-9A-Fa-f]{2})*+");

  private Legible() {}

  /**
   * @throws Problem MALFORMED, naming what cannot be read
   */
  static void require(RoutingContext context) {
    var request = context.request();
    if (request.query() != null) requireEncoding(request.query());
    var type = request.getHeader("Content-Type");
    if (type != null) requireBoundary(type);
  }

  private static void requireEncoding(String query) {
    if (!ENCODED.matcher(query).matches()) {
      throw Problem.malformed("The query has a percent sign that encodes nothing");
    }
  }

  private static void requireBoundary(String type) {
    var lower = type.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("multipart/")) return;
    var start = lower.indexOf(BOUNDARY);
    if (start < 0 || !BETWEEN_PARTS.matcher(type.substring(start + BOUNDARY.length())).matches()) {
      throw Problem.malformed("Content-Type is \"" + type + "\", expected one with a boundary");
    }
  }
}

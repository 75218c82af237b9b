package social.kring.door.api;

import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import social.kring.door.Incoming;

/** Points to the pages beside the one that is answered (RFC 8288). */
final class PageLinks {
  private final RoutingContext context;

  PageLinks(RoutingContext context) {
    this.context = context;
  }

  /** {@code next} comes first, since some apps read no further. */
  <T> Optional<String> beside(List<T> shown, ToLongFunction<T> id) {
    if (shown.isEmpty()) return Optional.empty();
    var next = link("max_id", Long.toString(id.applyAsLong(shown.getLast())), "next");
    var previous = link("min_id", Long.toString(id.applyAsLong(shown.getFirst())), "prev");
    return Optional.of(next + ", " + previous);
  }

  String next(String last) {
    return link("max_id", encoded(last), "next");
  }

  private String link(String parameter, String id, String rel) {
    var kept =
        context.queryParams().entries().stream()
            .filter(entry -> !isPaging(entry.getKey()))
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()) + "&")
            .collect(Collectors.joining());
    var base = Incoming.domain(context).url(context.request().path()).text();
    return "<" + base + "?" + kept + parameter + "=" + id + ">; rel=\"" + rel + "\"";
  }

  private static boolean isPaging(String name) {
    return switch (name) {
      case "max_id", "since_id", "min_id", "access_token" -> true;
      default -> false;
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(Optional.ofNullable(text).orElse(""), StandardCharsets.UTF_8);
  }
}

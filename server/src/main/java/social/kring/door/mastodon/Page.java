package social.kring.door.mastodon;

import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import social.kring.door.Incoming;
import social.kring.protocol.Problem;

/**
 * Which part of a list is asked for, by id.
 *
 * @param maxId older than this
 * @param sinceId newer than this, from the newest
 * @param minId newer than this, from the oldest
 */
public record Page(OptionalLong maxId, OptionalLong sinceId, OptionalLong minId, int limit) {
  private static final int USUAL = 20;
  private static final int MOST_STATUSES = 40;
  private static final int MOST_ACCOUNTS = 80;

  static Page ofStatuses(RoutingContext context) {
    return from(context, USUAL, MOST_STATUSES);
  }

  static Page ofAccounts(RoutingContext context) {
    return from(context, MOST_STATUSES, MOST_ACCOUNTS);
  }

  private static Page from(RoutingContext context, int usual, int most) {
    return new Page(
        id(context, "max_id"),
        id(context, "since_id"),
        id(context, "min_id"),
        limit(context, usual, most));
  }

  private static int limit(RoutingContext context, int usual, int most) {
    var asked = context.request().getParam("limit");
    if (asked == null || asked.isBlank()) return usual;
    try {
      return Math.clamp(Long.parseLong(asked.strip()), 1, most);
    } catch (NumberFormatException notANumber) {
      throw Problem.malformed("limit is \"" + asked + "\", expected a number");
    }
  }

  private static OptionalLong id(RoutingContext context, String name) {
    var asked = context.request().getParam(name);
    return asked == null || asked.isBlank() ? OptionalLong.empty() : Ids.parse(asked);
  }

  /**
   * Points to the pages beside this one (RFC 8288). {@code next} comes first, since some apps read
   * no further.
   */
  <T> void link(RoutingContext context, List<T> shown, ToLongFunction<T> id) {
    if (shown.isEmpty()) return;
    var next = rel(context, "max_id", id.applyAsLong(shown.getLast()), "next");
    var previous = rel(context, "min_id", id.applyAsLong(shown.getFirst()), "prev");
    context.response().putHeader("Link", next + ", " + previous);
  }

  private String rel(RoutingContext context, String parameter, long id, String rel) {
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

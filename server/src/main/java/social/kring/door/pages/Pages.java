package social.kring.door.pages;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import social.kring.door.Failures;
import social.kring.door.Incoming;

/** What all pages have in common. */
final class Pages {
  private Pages() {}

  /** Leaves those alone who would rather read ActivityStreams: the same address serves both. */
  static Handler<RoutingContext> forPeople(Handler<RoutingContext> page) {
    return context -> {
      context.response().putHeader("Vary", "Accept");
      if (Incoming.prefersActivityStreams(context, false)) context.next();
      else page.handle(context);
    };
  }

  /** Where a list begins, if not with the newest. */
  static Optional<Long> before(RoutingContext context) {
    return context.queryParam("before").stream().flatMap(text -> id(text).stream()).findFirst();
  }

  /** An id of ours, or nothing. */
  static Optional<Long> id(String text) {
    try {
      return Optional.of(Long.valueOf(text)).filter(id -> id > 0);
    } catch (NumberFormatException notOne) {
      return Optional.empty();
    }
  }

  static Handler<RoutingContext> failures(Failing failing) {
    return Failures.answeredBy(failing);
  }
}

package social.kring.door.activitypub;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import social.kring.door.Reading;

/**
 * What search engines are asked to leave alone (RFC 9309). Peers ask for this, too, before they
 * keep anything.
 */
final class RobotsRoute {
  private static final String RULES =
      """
      User-agent: *
      Disallow: /api/
      Disallow: /oauth/
      Disallow: /app/
      Disallow: /authorize_interaction
      """;

  void mount(Router router) {
    Reading.route(router, "/robots.txt").handler(this::answer);
  }

  private void answer(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .putHeader("Cache-Control", "public, max-age=86400")
        .end(RULES)
        .await();
  }
}

package social.kring.door;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.AllowForwardHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import social.kring.platform.domains.Domain;
import social.kring.platform.domains.Domains;
import social.kring.protocol.Problem;

/** Everything behind one listening address: health for any host, all else for the served ones. */
public final class FrontDoor {
  private static final List<String> OPEN_TO_ALL_ORIGINS =
      List.of(
          "/api/*",
          "/oauth/token",
          "/oauth/revoke",
          "/oauth/userinfo",
          "/.well-known/*",
          "/nodeinfo/*",
          "/ap/*",
          "/ns/*");

  private final Domains domains;
  private final Door health;
  private final List<Door> doors;
  private final Failures.Renderer problems;

  public FrontDoor(Domains domains, Door health, List<Door> doors) {
    this(domains, health, doors, Answers::plainProblem);
  }

  /**
   * @param problems words what went wrong where no door does
   */
  public FrontDoor(Domains domains, Door health, List<Door> doors, Failures.Renderer problems) {
    this.domains = domains;
    this.health = health;
    this.doors = List.copyOf(doors);
    this.problems = problems;
  }

  public Router router(Vertx vertx) {
    var router = Router.router(vertx);
    router.allowForward(AllowForwardHeaders.NONE);
    health.mount(router);
    router.route().handler(this::chooseDomain);
    router.route().handler(FrontDoor::read);
    OPEN_TO_ALL_ORIGINS.forEach(path -> router.route(path).handler(anyOrigin()));
    doors.forEach(door -> door.mount(router));
    router.route().failureHandler(Failures.answeredBy(problems));
    for (var status : new int[] {400, 404, 405, 406, 413, 415, 500}) {
      router.errorHandler(status, Failures.answeredBy(problems));
    }
    return router;
  }

  private void chooseDomain(RoutingContext context) {
    var authority = context.request().authority();
    var domain =
        authority == null ? Optional.<Domain>empty() : domains.byAuthority(authority.toString());
    Incoming.domain(
        context,
        domain.orElseThrow(
            () -> new Problem(Problem.Kind.MISDIRECTED, authority + " is not served here")));
    context.response().putHeader("X-Content-Type-Options", "nosniff");
    context.next();
  }

  private static void read(RoutingContext context) {
    Legible.require(context);
    context.next();
  }

  /** Tokens travel in headers that a page must set itself, so no cookie rides along. */
  private static CorsHandler anyOrigin() {
    return CorsHandler.create()
        .allowedMethods(
            Set.of(
                HttpMethod.GET,
                HttpMethod.POST,
                HttpMethod.PUT,
                HttpMethod.PATCH,
                HttpMethod.DELETE))
        .allowedHeaders(
            Set.of("Authorization", "Content-Type", "Idempotency-Key", "Accept", "Signature"))
        .exposedHeaders(
            Set.of(
                "Link",
                "X-RateLimit-Limit",
                "X-RateLimit-Remaining",
                "X-RateLimit-Reset",
                "Retry-After",
                "Idempotency-Key"))
        .maxAgeSeconds(86_400);
  }
}

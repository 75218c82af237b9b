package social.kring.door;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.platform.disk.DiskRoom;
import social.kring.protocol.Problem;

/**
 * Turns whatever a route throws into one answer; nothing else in the node writes a failing status.
 */
public final class Failures {
  private static final Logger log = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /** How a door words its errors. */
  @FunctionalInterface
  public interface Renderer {
    void render(RoutingContext context, Problem problem);
  }

  /** A failure handler that answers in a door's own words. */
  public static Handler<RoutingContext> answeredBy(Renderer renderer) {
    return context -> answer(context, renderer);
  }

  private static void answer(RoutingContext context, Renderer renderer) {
    var response = context.response();
    if (response.ended() || response.closed()) return;
    if (response.headWritten()) {
      response.reset();
      return;
    }
    var problem = problemOf(context);
    response.setStatusCode(StatusCodes.of(problem.kind()));
    problem
        .retryAfter()
        .ifPresent(wait -> response.putHeader("Retry-After", "" + Math.max(1, wait.toSeconds())));
    renderer.render(context, problem);
  }

  private static Problem problemOf(RoutingContext context) {
    return switch (context.failure()) {
      case Problem problem -> problem;
      case HttpException refused -> byStatus(refused.getStatusCode(), refused.getPayload());
      case Throwable written when DiskRoom.isWhy(written) -> DiskRoom.full(written);
      case null -> byStatus(context.statusCode(), null);
      // What cannot be decoded comes with a status that says so.
      case Throwable refused when isClientError(context.statusCode()) ->
          byStatus(context.statusCode(), null);
      case Throwable unexpected -> unexpected(context, unexpected);
    };
  }

  private static Problem byStatus(int status, String details) {
    var said = details == null || details.isBlank() ? "" : ": " + details;
    return switch (status) {
      case 404 -> Problem.notFound("There is nothing here" + said);
      case 405 -> new Problem(Problem.Kind.METHOD_NOT_ALLOWED, "This method is not allowed" + said);
      case 406 -> new Problem(Problem.Kind.NOT_ACCEPTABLE, "No such representation" + said);
      case 413 -> new Problem(Problem.Kind.TOO_LARGE, "The body is larger than is accepted" + said);
      case 415 -> new Problem(Problem.Kind.UNSUPPORTED_MEDIA_TYPE, "Wrong content type" + said);
      default ->
          isClientError(status)
              ? Problem.malformed("The request cannot be understood" + said)
              : unexplained(status);
    };
  }

  private static Problem unexplained(int status) {
    log.atError().addKeyValue("status", status).log("a request failed without a cause");
    return new Problem(Problem.Kind.INTERNAL, "Something went wrong here");
  }

  private static boolean isClientError(int status) {
    return status >= 400 && status < 500;
  }

  private static Problem unexpected(RoutingContext context, Throwable failure) {
    log.atError()
        .addKeyValue("method", context.request().method())
        .addKeyValue(
            "route", context.currentRoute() == null ? "" : context.currentRoute().getPath())
        .setCause(failure)
        .log("request failed");
    return new Problem(Problem.Kind.INTERNAL, "Something went wrong here");
  }
}

package social.kring.door;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/**
 * The few shapes in which every door answers. Nobody waits until an answer is gone: there is
 * nothing left to do then, and waiting would cost more than many an answer.
 */
public final class Answers {
  public static final String JSON = "application/json; charset=utf-8";
  public static final String ACTIVITY_JSON = "application/activity+json; charset=utf-8";

  private Answers() {}

  public static void json(RoutingContext context, String contentType, Tree body) {
    context.response().putHeader("Content-Type", contentType).end(Buffer.buffer(body.toBytes()));
  }

  /** {@code {"error": …}}: what peers, scripts and apps all understand. */
  public static void plainProblem(RoutingContext context, Problem problem) {
    json(context, JSON, Tree.builder().put("error", problem.getMessage()).build());
  }
}

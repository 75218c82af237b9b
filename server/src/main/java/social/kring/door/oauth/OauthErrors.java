package social.kring.door.oauth;

import io.vertx.ext.web.RoutingContext;
import social.kring.door.Answers;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/** Words problems as OAuth does. RFC 6749 §5.2, RFC 6750 §3.1. */
final class OauthErrors {
  private static final String CODE = "kring.oauth.error";

  private OauthErrors() {}

  /** A problem that is known by one of the codes of the specification. */
  static Problem as(RoutingContext context, String code, Problem problem) {
    context.put(CODE, code);
    return problem;
  }

  static Problem malformed(RoutingContext context, String code, String description) {
    return as(context, code, Problem.malformed(description));
  }

  static void render(RoutingContext context, Problem problem) {
    String known = context.get(CODE);
    var code = known == null ? usual(problem.kind()) : known;
    if (problem.kind() == Problem.Kind.UNAUTHENTICATED) {
      var scheme = code.equals("invalid_client") ? "Basic" : "Bearer";
      context.response().putHeader("WWW-Authenticate", scheme + " realm=\"kring\"");
    }
    context.response().putHeader("Cache-Control", "no-store");
    var body =
        Tree.builder().put("error", code).put("error_description", problem.getMessage()).build();
    Answers.json(context, Answers.JSON, body);
  }

  private static String usual(Problem.Kind kind) {
    return switch (kind) {
      case UNAUTHENTICATED -> "invalid_token";
      case FORBIDDEN -> "insufficient_scope";
      case TOO_MANY_REQUESTS, UNAVAILABLE, UPSTREAM -> "temporarily_unavailable";
      case INTERNAL -> "server_error";
      default -> "invalid_request";
    };
  }
}

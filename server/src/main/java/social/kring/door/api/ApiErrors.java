package social.kring.door.api;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import social.kring.door.Answers;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/**
 * Words problems as the Mastodon client API does. Some apps show the one, some the other, so both
 * say what is wrong.
 */
final class ApiErrors {
  private ApiErrors() {}

  static void render(RoutingContext context, Problem problem) {
    challenge(problem.kind())
        .ifPresent(text -> context.response().putHeader("WWW-Authenticate", text));
    var body =
        Tree.builder()
            .put("error", problem.getMessage())
            .put("error_description", problem.getMessage() + ". " + advice(problem.kind()))
            .put("details", details(problem))
            .build();
    Answers.json(context, Answers.JSON, body);
  }

  private static Optional<Tree> details(Problem problem) {
    var details = Tree.builder();
    problem
        .faults()
        .forEach(
            (field, faults) -> details.put(field, faults.stream().map(ApiErrors::fault).toList()));
    return Optional.of(details.build()).filter(all -> !all.names().isEmpty());
  }

  private static Tree fault(Problem.Fault fault) {
    return Tree.builder()
        .put("error", fault.code())
        .put("description", fault.description())
        .build();
  }

  /** RFC 6750 §3. */
  private static Optional<String> challenge(Problem.Kind kind) {
    return switch (kind) {
      case UNAUTHENTICATED -> Optional.of("Bearer realm=\"kring\"");
      case FORBIDDEN -> Optional.of("Bearer realm=\"kring\", error=\"insufficient_scope\"");
      default -> Optional.empty();
    };
  }

  /** The same for all problems of a kind, so that it tells nothing about what is there. */
  private static String advice(Problem.Kind kind) {
    return switch (kind) {
      case MALFORMED -> "The request cannot be read. Correct it before it is sent again.";
      case UNAUTHENTICATED -> "Sign in again: the request needs a valid access token.";
      case FORBIDDEN -> "This is not allowed with this access token, or not for this account.";
      case NOT_FOUND -> "It does not exist, or this account may not see it.";
      case METHOD_NOT_ALLOWED -> "The address takes other methods.";
      case NOT_ACCEPTABLE -> "The answer is JSON.";
      case CONFLICT -> "It is taken. Choose something else.";
      case GONE -> "It is gone for good.";
      case TOO_LARGE -> "Send less at once.";
      case UNSUPPORTED_MEDIA_TYPE -> "Send a form or JSON.";
      case MISDIRECTED -> "Ask the host that serves it.";
      case INVALID -> "Something in the request cannot be accepted. Correct it.";
      case TOO_MANY_REQUESTS -> "Wait before trying again.";
      case UPSTREAM, UNAVAILABLE -> "Try again later.";
      case INTERNAL -> "This is a mistake of the node, not of the app.";
    };
  }
}

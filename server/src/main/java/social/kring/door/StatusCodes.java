package social.kring.door;

import social.kring.protocol.Problem;

/** The one table of kinds of problem and their HTTP status codes (RFC 9110 §15). */
public final class StatusCodes {
  private StatusCodes() {}

  public static int of(Problem.Kind kind) {
    return switch (kind) {
      case MALFORMED -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case METHOD_NOT_ALLOWED -> 405;
      case NOT_ACCEPTABLE -> 406;
      case CONFLICT -> 409;
      case GONE -> 410;
      case TOO_LARGE -> 413;
      case UNSUPPORTED_MEDIA_TYPE -> 415;
      case MISDIRECTED -> 421;
      case INVALID -> 422;
      case TOO_MANY_REQUESTS -> 429;
      case UPSTREAM, UNAVAILABLE -> 503;
      case INTERNAL -> 500;
    };
  }
}

package social.kring.federation.remote;

import java.time.Duration;
import social.kring.platform.http.PeerResponse;
import social.kring.protocol.Problem;

/** What a peer's status code means to whoever wanted its document (RFC 9110 §15). */
final class Statuses {
  private static final Duration USUAL_WAIT = Duration.ofSeconds(10);

  private Statuses() {}

  /** The response, if it is one with a document in it. */
  static PeerResponse expectDocument(Landing landing) {
    var response = landing.response();
    var url = landing.url().text();
    return switch (response.status()) {
      case 200 -> response;
      case 401, 403 -> throw Problem.forbidden(url + " is not shown to this node");
      case 404 -> throw Problem.notFound("There is nothing at " + url);
      case 410 -> throw Problem.gone(url + " is gone");
      case 408, 425, 429, 500, 502, 503, 504 ->
          throw Problem.unavailable(url + " cannot be had now", wait(response));
      default -> throw Problem.upstream(url + " was answered " + response.status());
    };
  }

  /** RFC 9110 §10.2.3, the form in seconds. */
  private static Duration wait(PeerResponse response) {
    return response
        .header("Retry-After")
        .filter(seconds -> seconds.matches("[0-9]{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(USUAL_WAIT);
  }
}

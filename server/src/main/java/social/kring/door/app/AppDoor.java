package social.kring.door.app;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import social.kring.door.Door;
import social.kring.protocol.Problem;

/**
 * Serves the application below {@code /app}; which view an address means, the application knows.
 */
public final class AppDoor implements Door {
  /** Nothing from elsewhere, nothing inline, no HTML that did not pass the application's policy. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self';"
          + " font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private static final String LASTING = "public, max-age=31536000, immutable";

  private final AppFiles files;

  public AppDoor(AppFiles files) {
    this.files = files;
  }

  @Override
  public void mount(Router router) {
    router.route("/app").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::page);
    router.route("/app/*").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::file);
  }

  private void page(RoutingContext context) {
    send(context, files.page());
  }

  private void file(RoutingContext context) {
    var name = context.normalizedPath().substring("/app/".length());
    if (name.startsWith("assets/")) {
      send(context, files.named(name).orElseThrow(() -> gone(name)));
    } else {
      send(context, files.named(name).orElseGet(files::page));
    }
  }

  /** An older version's page may still ask for its own files. */
  private static Problem gone(String name) {
    return Problem.notFound("There is no " + name + " in this version of the application");
  }

  private static void send(RoutingContext context, AppFile file) {
    var request = context.request();
    var compressed = acceptsGzip(request);
    var tag = '"' + file.tag() + (compressed ? "-gzip" : "") + '"';
    var response = guarded(context.response());
    response
        .putHeader("Cache-Control", file.lasting() ? LASTING : "no-cache")
        .putHeader("ETag", tag)
        .putHeader("Vary", "Accept-Encoding");
    if (matches(request, tag)) {
      response.setStatusCode(304).end().await();
      return;
    }
    if (compressed) response.putHeader("Content-Encoding", "gzip");
    var body = compressed ? file.compressed() : file.plain();
    response.putHeader("Content-Type", file.type()).putHeader("Content-Length", "" + body.length());
    (request.method() == HttpMethod.HEAD ? response.end() : response.end(body)).await();
  }

  private static HttpServerResponse guarded(HttpServerResponse response) {
    return response
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin");
  }

  private static boolean acceptsGzip(HttpServerRequest request) {
    var accepted = request.getHeader("Accept-Encoding");
    if (accepted == null) return false;
    for (var coding : accepted.split(",")) {
      var parts = coding.strip().split("\\s*;\\s*");
      if (parts[0].equalsIgnoreCase("gzip")) return parts.length < 2 || !isZero(parts[1]);
    }
    return false;
  }

  private static boolean isZero(String weight) {
    return weight.matches("q=0(\\.0*)?");
  }

  /** RFC 9110 §13.1.2. */
  private static boolean matches(HttpServerRequest request, String tag) {
    var known = request.getHeader("If-None-Match");
    if (known == null) return false;
    for (var each : known.split(",")) {
      var bare = each.strip();
      if (bare.equals("*") || bare.equals(tag) || bare.equals("W/" + tag)) return true;
    }
    return false;
  }
}

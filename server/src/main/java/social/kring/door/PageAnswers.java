package social.kring.door;

import io.vertx.ext.web.RoutingContext;

/** Answers with pages that no other site can frame, script or read over a shoulder. */
public final class PageAnswers {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none';"
          + " frame-ancestors 'none'; form-action ";

  private PageAnswers() {}

  public static void html(RoutingContext context, String html) {
    html(context, html, "'self'");
  }

  /**
   * @param formAction where the page's forms may lead
   */
  public static void html(RoutingContext context, String html, String formAction) {
    guard(context, formAction);
    context.response().putHeader("Content-Type", "text/html; charset=utf-8").end(html);
  }

  /** A page that everyone sees alike. */
  public static void open(RoutingContext context, String html) {
    guard(context, "'self'");
    context
        .response()
        .putHeader("Cache-Control", "public, max-age=10")
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .end(html);
  }

  public static void seeOther(RoutingContext context, String location) {
    guard(context, "'self'");
    context.response().setStatusCode(303).putHeader("Location", location).end();
  }

  private static void guard(RoutingContext context, String formAction) {
    context
        .response()
        .putHeader("Content-Security-Policy", POLICY + formAction)
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("Cache-Control", "no-store");
  }
}

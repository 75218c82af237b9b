package social.kring.door.oauth;

import io.vertx.ext.web.RoutingContext;

/** Answers with pages that no other site can frame, script or read over a shoulder. */
final class PageAnswers {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none';"
          + " frame-ancestors 'none'; form-action ";

  private PageAnswers() {}

  static void html(RoutingContext context, String html) {
    html(context, html, "'self'");
  }

  /**
   * @param formAction where the page's forms may lead
   */
  static void html(RoutingContext context, String html, String formAction) {
    guard(context, formAction);
    context.response().putHeader("Content-Type", "text/html; charset=utf-8").end(html).await();
  }

  static void seeOther(RoutingContext context, String location) {
    guard(context, "'self'");
    context.response().setStatusCode(303).putHeader("Location", location).end().await();
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

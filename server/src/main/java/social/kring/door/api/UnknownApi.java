package social.kring.door.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import social.kring.door.Door;
import social.kring.door.Failures;
import social.kring.protocol.Problem;

/** What no API has: answered in their words. Comes after all of them. */
public final class UnknownApi implements Door {

  @Override
  public void mount(Router router) {
    router
        .route("/api/*")
        .handler(UnknownApi::refuse)
        .failureHandler(Failures.answeredBy(ApiErrors::render));
  }

  private static void refuse(RoutingContext context) {
    throw Problem.notFound("There is no such method here");
  }
}

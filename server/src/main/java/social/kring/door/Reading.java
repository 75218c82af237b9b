package social.kring.door;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;

/** Routes for whoever reads: what is had by GET can be asked about by HEAD. RFC 9110 §9.3.2. */
public final class Reading {
  private Reading() {}

  public static Route route(Router router, String path) {
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }
}

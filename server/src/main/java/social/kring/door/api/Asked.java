package social.kring.door.api;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import social.kring.door.Incoming;

/**
 * All that an answer to a GET depends on, apart from what is stored.
 *
 * @param authority the domain that was asked
 * @param target path and query
 * @param authorization who asks
 */
record Asked(String authority, String target, Optional<String> authorization) {

  static Asked by(RoutingContext context) {
    return new Asked(
        Incoming.domain(context).authority(),
        context.request().uri(),
        Optional.ofNullable(context.request().getHeader("Authorization")));
  }

  /** The token is nobody's to read. */
  @Override
  public String toString() {
    return "Asked[" + authority + target + "]";
  }
}

package social.kring.door;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The token in a request's {@code Authorization} header. RFC 6750 §2.1. */
public final class BearerToken {
  private static final String SCHEME = "bearer ";

  private BearerToken() {}

  public static Optional<String> of(RoutingContext context) {
    return Optional.ofNullable(context.request().getHeader("Authorization"))
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> header.substring(SCHEME.length()).strip())
        .filter(token -> !token.isEmpty());
  }
}

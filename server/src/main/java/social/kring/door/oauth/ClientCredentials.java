package social.kring.door.oauth;

import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import social.kring.community.access.Application;
import social.kring.community.access.Applications;
import social.kring.door.api.Parameters;
import social.kring.platform.storage.Queries;
import social.kring.protocol.Problem;

/** How an app proves to be itself: by the Authorization header or in the body. RFC 6749 §2.3.1. */
record ClientCredentials(String id, String secret) {
  private static final String SCHEME = "basic ";

  /**
   * @throws Problem UNAUTHENTICATED where the app does not prove anything
   */
  static Application authenticate(
      RoutingContext context, Parameters parameters, Applications applications, Queries queries) {
    var credentials =
        fromHeader(context)
            .or(() -> fromBody(parameters))
            .orElseThrow(() -> refused(context, "client_id or client_secret is missing"));
    try {
      return applications.authenticate(queries, credentials.id(), credentials.secret());
    } catch (Problem wrong) {
      throw OauthErrors.as(context, "invalid_client", wrong);
    }
  }

  private static Optional<ClientCredentials> fromHeader(RoutingContext context) {
    return Optional.ofNullable(context.request().getHeader("Authorization"))
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> header.substring(SCHEME.length()).strip())
        .flatMap(ClientCredentials::decode);
  }

  private static Optional<ClientCredentials> decode(String basic) {
    try {
      var text = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
      var colon = text.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(
              new ClientCredentials(
                  unescaped(text.substring(0, colon)), unescaped(text.substring(colon + 1))));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static String unescaped(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static Optional<ClientCredentials> fromBody(Parameters parameters) {
    return parameters
        .text("client_id")
        .flatMap(
            id ->
                parameters.text("client_secret").map(secret -> new ClientCredentials(id, secret)));
  }

  private static Problem refused(RoutingContext context, String why) {
    return OauthErrors.as(context, "invalid_client", Problem.unauthenticated(why));
  }

  @Override
  public String toString() {
    return "ClientCredentials[" + id + "]";
  }
}

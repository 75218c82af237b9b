package social.kring.door.mastodon.streaming;

import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import social.kring.community.access.Authorization;
import social.kring.community.access.Tokens;
import social.kring.door.BearerToken;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;

/**
 * Finds out who wants to listen. Browsers can set no header for a WebSocket, so that apps send the
 * token in the query or as a subprotocol. As elsewhere, nobody listens without a token.
 */
final class Admission {
  private final Database database;
  private final Tokens tokens;

  Admission(Database database, Tokens tokens) {
    this.database = database;
    this.tokens = tokens;
  }

  /**
   * @throws Problem UNAUTHENTICATED or FORBIDDEN where the token is none, or may listen to nothing
   */
  Authorization admit(RoutingContext context) {
    var token =
        token(context).orElseThrow(() -> Problem.unauthenticated("The access token is missing"));
    var authorization = tokens.authenticate(database, token);
    if (Arrays.stream(ChannelKind.values())
        .noneMatch(kind -> kind.isOpenTo(authorization.scopes()))) {
      throw outside(ChannelKind.USER);
    }
    authorization.requireAccount();
    return authorization;
  }

  /**
   * @throws Problem FORBIDDEN where the token may not listen to this
   */
  static void require(Authorization authorization, ChannelKind kind) {
    if (!kind.isOpenTo(authorization.scopes())) throw outside(kind);
  }

  private static Problem outside(ChannelKind kind) {
    return Problem.forbidden(
        "This stream is outside the authorized scopes: it needs " + kind.scope());
  }

  private static Optional<String> token(RoutingContext context) {
    return BearerToken.of(context)
        .or(() -> context.queryParam("access_token").stream().findFirst())
        .or(() -> subprotocol(context))
        .filter(token -> !token.isBlank());
  }

  private static Optional<String> subprotocol(RoutingContext context) {
    return Stream.ofNullable(context.request().getHeader("Sec-WebSocket-Protocol"))
        .map(header -> header.split(",")[0].strip())
        .findFirst();
  }
}

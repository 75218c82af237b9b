package social.kring.door.api;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import social.kring.community.access.Authorization;
import social.kring.community.access.Tokens;
import social.kring.door.BearerToken;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;

/** Finds out who calls, and whether they may. */
public final class Callers {
  private final Database database;
  private final Tokens tokens;
  private final Actors actors;

  public Callers(Database database, Tokens tokens, Actors actors) {
    this.database = database;
    this.tokens = tokens;
    this.actors = actors;
  }

  /**
   * @throws Problem UNAUTHENTICATED or FORBIDDEN where the permission is not given
   */
  Call admit(RoutingContext context, Permission permission) {
    return new Call(context, authorize(context, permission), database, actors);
  }

  private Optional<Authorization> authorize(RoutingContext context, Permission permission) {
    return switch (permission.level()) {
      case ANYONE -> Optional.empty();
      case PUBLIC -> BearerToken.of(context).map(token -> authorize(token, permission));
      case APPLICATION, NEWCOMER, PERSON ->
          Optional.of(
              BearerToken.of(context)
                  .map(token -> authorize(token, permission))
                  .orElseThrow(() -> Problem.unauthenticated("The access token is missing")));
    };
  }

  private Authorization authorize(String token, Permission permission) {
    var authorization =
        permission.level() == Permission.Level.NEWCOMER
            ? tokens.identify(database, token)
            : tokens.authenticate(database, token);
    return permission.check(authorization);
  }
}

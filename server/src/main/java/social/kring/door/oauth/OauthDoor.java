package social.kring.door.oauth;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.security.SecureRandom;
import social.kring.community.access.Access;
import social.kring.door.ClientAddresses;
import social.kring.door.Door;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Database;

/** Sign-in of apps: registration, consent, tokens. */
public final class OauthDoor implements Door {
  private static final long MOST_BYTES = 1 << 20;

  private final ApplicationRoutes applications;
  private final TokenRoutes tokens;
  private final MetadataRoutes metadata;
  private final SignInRoutes signIn;
  private final AuthorizeRoutes authorize;

  public OauthDoor(
      Access access,
      Actors actors,
      Database database,
      ClientAddresses addresses,
      SecureRandom random,
      OauthPages pages) {
    var cookie = new SessionCookie();
    var guard = new FormGuard(random, cookie);
    applications = new ApplicationRoutes(access, database);
    tokens = new TokenRoutes(access, database, addresses);
    metadata = new MetadataRoutes(access, actors, database);
    signIn = new SignInRoutes(access, database, addresses, guard, cookie, pages);
    authorize = new AuthorizeRoutes(access, actors, database, signIn, guard, pages);
  }

  @Override
  public void mount(Router router) {
    var bodies = BodyHandler.create(false).setBodyLimit(MOST_BYTES);
    applications.mount(router, bodies);
    tokens.mount(router, bodies);
    metadata.mount(router);
    signIn.mount(router, bodies);
    authorize.mount(router, bodies);
  }
}

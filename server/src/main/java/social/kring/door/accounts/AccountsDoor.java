package social.kring.door.accounts;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.security.SecureRandom;
import java.util.Map;
import social.kring.community.access.Access;
import social.kring.door.ClientAddresses;
import social.kring.door.Door;
import social.kring.door.PageAnswers;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Database;

/** Pages about one's own account. */
public final class AccountsDoor implements Door {
  private static final long MOST_BYTES = 1 << 16;

  /** Where apps expect these pages, which send people there by themselves. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "/auth/sign_up", SignUpRoutes.PATH,
          "/auth/sign_in", "/oauth/sign-in",
          "/auth/password/new", "/oauth/reset",
          "/auth/edit", OwnAccountRoutes.PATH,
          "/oauth/authorized_applications", OwnAccountRoutes.PATH);

  private final SignUpRoutes signUp;
  private final ConfirmRoutes confirm;
  private final ResetRoutes reset;
  private final OwnAccountRoutes own;

  public AccountsDoor(
      Access access,
      Actors actors,
      Database database,
      ClientAddresses addresses,
      SecureRandom random,
      AccountPages pages) {
    var visitors = new Visitors(access, database, addresses, random);
    signUp = new SignUpRoutes(access, visitors, pages);
    confirm = new ConfirmRoutes(access, database, pages);
    reset = new ResetRoutes(access, database, visitors, pages);
    own = new OwnAccountRoutes(access, actors, database, visitors, pages);
  }

  @Override
  public void mount(Router router) {
    var bodies = BodyHandler.create(false).setBodyLimit(MOST_BYTES);
    signUp.mount(router, bodies);
    confirm.mount(router, bodies);
    reset.mount(router, bodies);
    own.mount(router, bodies);
    ELSEWHERE.forEach(
        (known, ours) -> router.get(known).handler(context -> PageAnswers.seeOther(context, ours)));
  }
}

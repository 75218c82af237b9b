package social.kring.door.oauth;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import social.kring.community.access.Secret;
import social.kring.door.Incoming;

/**
 * The cookie that names a browser's session. No script can read it, no other site sends it along.
 */
public final class SessionCookie {
  private static final String NAME = "kring_session";
  private static final String PATH = "/oauth";

  /** What the browser sent. */
  public Optional<String> read(RoutingContext context) {
    return Optional.ofNullable(context.request().getCookie(NAME)).map(Cookie::getValue);
  }

  void write(RoutingContext context, Secret session) {
    context.response().addCookie(guarded(context, Cookie.cookie(NAME, session.text())));
  }

  static Cookie guarded(RoutingContext context, Cookie cookie) {
    return cookie
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.LAX)
        .setSecure(Incoming.domain(context).scheme().equals("https"))
        .setPath(PATH);
  }
}

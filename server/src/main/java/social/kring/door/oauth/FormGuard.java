package social.kring.door.oauth;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import social.kring.protocol.Problem;

/**
 * Makes sure that a form was filled in on a page of ours: it carries a value that only whoever
 * reads our pages and holds our cookies can know. Bound to the session, so that it ends with it.
 */
public final class FormGuard {
  public static final String FIELD = "csrf";

  private static final String COOKIE = "kring_form";
  private static final int BYTES = 32;

  private final SecureRandom random;
  private final SessionCookie session;

  public FormGuard(SecureRandom random, SessionCookie session) {
    this.random = random;
    this.session = session;
  }

  /** The value for a form on the page that is answered now. */
  public String issue(RoutingContext context) {
    var cookie = cookie(context).orElseGet(() -> begin(context));
    return value(cookie, session.read(context).orElse(""));
  }

  /**
   * @throws Problem FORBIDDEN where the form does not come from one of our pages
   */
  public void check(RoutingContext context, Optional<String> sent) {
    var expected = cookie(context).map(cookie -> value(cookie, session.read(context).orElse("")));
    var fits =
        expected.isPresent()
            && sent.isPresent()
            && MessageDigest.isEqual(bytes(expected.get()), bytes(sent.get()));
    if (!fits) {
      throw Problem.forbidden(
          "This form has expired or does not come from this site. Go back to the app and try again");
    }
  }

  private String begin(RoutingContext context) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    context.response().addCookie(SessionCookie.guarded(context, Cookie.cookie(COOKIE, text)));
    return text;
  }

  private static Optional<String> cookie(RoutingContext context) {
    return Optional.ofNullable(context.request().getCookie(COOKIE)).map(Cookie::getValue);
  }

  private static String value(String cookie, String session) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes("form\n" + cookie + "\n" + session));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package social.kring.community.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import social.kring.protocol.Problem;

/** Which addresses codes may be sent to. RFC 6749 §3.1.2, RFC 9700 §4.1. */
final class RedirectUris {
  private static final int MOST = 20;
  private static final int LONGEST = 2_000;

  /** Schemes that run or read something instead of handing the code to an app. */
  private static final Set<String> REFUSED =
      Set.of(
          "javascript", "data", "vbscript", "file", "blob", "about", "mailto", "ftp", "ws", "wss");

  private RedirectUris() {}

  /**
   * @throws Problem INVALID naming the address that cannot be used
   */
  static List<String> check(List<String> uris) {
    if (uris.isEmpty() || uris.size() > MOST) {
      throw Problem.invalid(
          "an application has 1 to %d redirect URIs, not %d".formatted(MOST, uris.size()));
    }
    uris.forEach(RedirectUris::check);
    return List.copyOf(uris);
  }

  private static void check(String text) {
    if (text.equals(Application.OUT_OF_BAND)) {
      return;
    }
    var uri = parse(text);
    var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    var web = scheme.equals("http") || scheme.equals("https");
    if (REFUSED.contains(scheme) || uri.getRawFragment() != null || web && uri.getHost() == null) {
      throw refused(text);
    }
  }

  private static URI parse(String text) {
    try {
      var uri = new URI(text);
      if (uri.isAbsolute() && text.length() <= LONGEST) {
        return uri;
      }
    } catch (URISyntaxException notAUri) {
      // Refused below, like any other text.
    }
    throw refused(text);
  }

  private static Problem refused(String text) {
    return Problem.invalid("\"" + text + "\" cannot be a redirect URI");
  }
}

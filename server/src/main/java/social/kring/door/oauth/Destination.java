package social.kring.door.oauth;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import social.kring.community.access.Application;

/**
 * Where an answer to an app goes.
 *
 * @param state what the app wants back unchanged
 */
record Destination(String redirectUri, Optional<String> state) {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]+");

  boolean outOfBand() {
    return redirectUri.equals(Application.OUT_OF_BAND);
  }

  /** The redirect URI with an answer added to its query. RFC 6749 §4.1.2. */
  String with(Map<String, String> answer) {
    var query =
        answer.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    var kept = state.map(text -> "&state=" + encoded(text)).orElse("");
    return redirectUri + (redirectUri.contains("?") ? "&" : "?") + query + kept;
  }

  /** What people are shown: the host, or the scheme by which an app is called. */
  Optional<String> shown() {
    var uri = URI.create(redirectUri);
    return outOfBand()
        ? Optional.empty()
        : Optional.ofNullable(uri.getHost())
            .filter(host -> isWeb(uri))
            .or(() -> Optional.of(uri.getScheme()));
  }

  /**
   * A source expression for {@code form-action}, which browsers apply to where a form's answer
   * redirects to as well (CSP 3 §6.4.1).
   */
  String source() {
    var uri = URI.create(redirectUri);
    var authority = uri.getRawAuthority();
    return isWeb(uri) && authority != null && HOST.matcher(authority).matches()
        ? uri.getScheme() + "://" + authority
        : uri.getScheme() + ":";
  }

  private static boolean isWeb(URI uri) {
    return uri.getScheme().equalsIgnoreCase("https") || uri.getScheme().equalsIgnoreCase("http");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

package social.kring.federation.remote;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Which content types are what (RFC 9110 §8.3.1). */
final class MediaTypes {
  static final String ACCEPT_ACTIVITYSTREAMS =
      "application/activity+json, application/ld+json;"
          + " profile=\"https://www.w3.org/ns/activitystreams\"";
  static final String ACCEPT_JRD = "application/jrd+json, application/json";
  static final String ACCEPT_JSON = "application/json";
  static final String ACCEPT_HTML = "text/html, application/xhtml+xml;q=0.9";

  private static final String PROFILE = "https://www.w3.org/ns/activitystreams";
  private static final Set<String> JSON =
      Set.of("application/json", "application/jrd+json", "application/activity+json");

  private MediaTypes() {}

  /**
   * ActivityPub §3.2. Nothing else will do, least of all plain JSON: people can upload that to many
   * hosts.
   */
  static boolean isActivityStreams(String contentType) {
    return switch (type(contentType)) {
      case "application/activity+json" -> true;
      case "application/ld+json" -> hasProfile(contentType);
      default -> false;
    };
  }

  static boolean isJson(String contentType) {
    return JSON.contains(type(contentType));
  }

  static boolean isHtml(String contentType) {
    return switch (type(contentType)) {
      case "text/html", "application/xhtml+xml" -> true;
      default -> false;
    };
  }

  private static String type(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** The parameter holds a list of profiles (RFC 6906). */
  private static boolean hasProfile(String contentType) {
    return Arrays.stream(contentType.split(";"))
        .skip(1)
        .map(String::strip)
        .filter(parameter -> parameter.toLowerCase(Locale.ROOT).startsWith("profile="))
        .map(parameter -> parameter.substring("profile=".length()).replace("\"", ""))
        .flatMap(profiles -> Arrays.stream(profiles.split(" ")))
        .anyMatch(PROFILE::equals);
  }
}

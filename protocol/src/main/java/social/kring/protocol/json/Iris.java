package social.kring.protocol.json;

import java.util.List;
import java.util.Map;

/** Identifiers that mean the same, brought to one spelling. */
final class Iris {
  static final String ACTIVITY_STREAMS = "https://www.w3.org/ns/activitystreams#";

  private static final String SCHEMA = "http://schema.org/";

  /** As peers write them: with another scheme, another last character, an earlier domain. */
  private static final List<Map.Entry<String, String>> SAME =
      List.of(
          Map.entry("http://schema.org#", SCHEMA),
          Map.entry("https://schema.org/", SCHEMA),
          Map.entry("https://schema.org#", SCHEMA),
          Map.entry("http://www.w3.org/ns/activitystreams#", ACTIVITY_STREAMS),
          Map.entry("https://joinmastodon.org/ns#", "http://joinmastodon.org/ns#"),
          Map.entry("https://ostatus.org#", "http://ostatus.org#"),
          Map.entry("https://litepub.social/ns#", "http://litepub.social/ns#"),
          Map.entry("https://misskey.io/ns#", "https://misskey-hub.net/ns#"));

  private Iris() {}

  static String canonical(String iri) {
    if (iri.equals("http://schema.org")) return SCHEMA;
    for (var same : SAME) {
      if (iri.startsWith(same.getKey())) {
        return same.getValue() + iri.substring(same.getKey().length());
      }
    }
    return iri;
  }

  /** Whether terms can be made of it by adding a name: it ends as namespaces do. */
  static boolean isNamespace(String iri) {
    return !iri.startsWith("@") && (iri.endsWith("#") || iri.endsWith("/"));
  }
}

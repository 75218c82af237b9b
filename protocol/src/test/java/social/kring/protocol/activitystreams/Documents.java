package social.kring.protocol.activitystreams;

import java.util.LinkedHashMap;
import java.util.Map;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** Documents with what their types need and nothing else. */
final class Documents {
  static final String BOB = "https://peer.example/users/bob";
  static final String ALICE = "https://acme.example/ap/alice";
  static final String POST = "https://peer.example/posts/1";

  private Documents() {}

  static FediUrl url(String text) {
    return FediUrl.parse(text);
  }

  /** Apostrophes stand for quotation marks. */
  static Tree json(String text) {
    return StrictJson.parse(text.replace('\'', '"'));
  }

  static Tree activity(String type) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("id", BOB + "/activities/1");
    properties.put("type", type);
    properties.put("actor", BOB);
    properties.put("object", POST);
    properties.put("target", ALICE + "/featured");
    return Tree.of(properties);
  }

  static Tree actor(String type) {
    return Tree.of(
        Map.of("id", BOB, "type", type, "preferredUsername", "bob", "inbox", BOB + "/inbox"));
  }

  static Tree post(String type) {
    return Tree.of(Map.of("id", POST, "type", type, "attributedTo", BOB));
  }
}

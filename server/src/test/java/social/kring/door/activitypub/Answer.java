package social.kring.door.activitypub;

import io.vertx.core.MultiMap;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;

/** What a server answered. */
record Answer(int status, MultiMap headers, String body) {
  Tree tree() {
    return StrictJson.parse(body);
  }

  String header(String name) {
    return headers.get(name);
  }
}

package social.kring.node.load;

import social.kring.protocol.signature.SigningKey;
import social.kring.protocol.url.FediUrl;

/** An actor on one of the hosts that the crowd plays. */
record Correspondent(String name, FediUrl uri, SigningKey key) {

  String handle() {
    return name + "@" + uri.origin().authority();
  }

  FediUrl followers() {
    return FediUrl.parse(uri.text() + "/followers");
  }
}

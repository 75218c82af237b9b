package social.kring.faults;

import java.security.KeyPair;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import social.kring.protocol.activitystreams.Audience;
import social.kring.protocol.json.Tree;
import social.kring.protocol.signature.CavageSigner;
import social.kring.protocol.signature.PublicKeys;
import social.kring.protocol.signature.SigningKey;
import social.kring.protocol.url.FediUrl;

/**
 * Somebody elsewhere, who signs what they send.
 *
 * @param inbox where it is delivered, on whichever machine
 */
record Foreigner(String name, FediUrl uri, FediUrl inbox, KeyPair keys) {
  private static final List<String> CONTEXT =
      List.of("https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1");

  String handle() {
    return name + "@" + uri.origin().authority();
  }

  FediUrl under(String path) {
    return FediUrl.parse(uri.text() + path);
  }

  FediUrl keyId() {
    return FediUrl.parse(uri.text() + "#main-key");
  }

  Tree document() {
    return Tree.builder()
        .put("@context", CONTEXT)
        .put("id", uri)
        .put("type", "Person")
        .put("preferredUsername", name)
        .put("inbox", under("/inbox"))
        .put("outbox", under("/outbox"))
        .put("followers", under("/followers"))
        .put("endpoints", Tree.of(Map.of("sharedInbox", inbox)))
        .put(
            "publicKey",
            Tree.builder()
                .put("id", keyId())
                .put("owner", uri)
                .put("publicKeyPem", PublicKeys.toPem(keys.getPublic()))
                .build())
        .build();
  }

  /** A public note. */
  Tree note(String name, String content) {
    return Tree.builder()
        .put("id", under("/notes/" + name))
        .put("type", "Note")
        .put("attributedTo", uri)
        .put("content", content)
        .put("published", Instant.now())
        .put("to", Audience.PUBLIC)
        .put("cc", under("/followers"))
        .build();
  }

  /**
   * @param name makes its id
   */
  Tree activity(String type, String name, Object object) {
    return Tree.builder()
        .put("@context", CONTEXT)
        .put("id", under("/activities/" + name))
        .put("type", type)
        .put("actor", uri)
        .put("to", Audience.PUBLIC)
        .put("cc", under("/followers"))
        .put("object", object)
        .build();
  }

  Tree creates(String name, String content) {
    return activity("Create", "create-" + name, note(name, content));
  }

  Line.Answer sends(NodeProcess node, Tree activity) {
    return sends(node, node.sharedInbox(), activity);
  }

  Line.Answer sends(NodeProcess node, FediUrl target, Tree activity) {
    return sends(node, target, activity.toBytes());
  }

  /** Whatever the bytes are, signed now. */
  Line.Answer sends(NodeProcess node, FediUrl target, byte[] body) {
    var key = new SigningKey(keyId(), keys.getPrivate());
    var headers = new HashMap<>(CavageSigner.sign("POST", target, body, key, Instant.now()));
    headers.put("Content-Type", "application/activity+json");
    return node.line().ask("POST", target, headers, body);
  }

  /** As servers do: again and again until it is taken. */
  void brings(NodeProcess node, Tree activity) {
    Patience.until(
        "the node takes " + activity.string("id").orElse(""),
        java.time.Duration.ofSeconds(60),
        () -> sends(node, activity).status() == 202);
  }
}

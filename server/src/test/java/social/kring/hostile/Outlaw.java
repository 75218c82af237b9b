package social.kring.hostile;

import java.security.KeyPair;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import social.kring.protocol.activitystreams.Audience;
import social.kring.protocol.integrity.Multikey;
import social.kring.protocol.json.Tree;
import social.kring.protocol.signature.CavageSigner;
import social.kring.protocol.signature.PublicKeys;
import social.kring.protocol.signature.SigningKey;
import social.kring.protocol.url.FediUrl;

/** Somebody elsewhere who signs properly and says what they should not. */
record Outlaw(Underworld world, String host, String name, KeyPair rsa, KeyPair ed25519) {
  static final List<String> CONTEXT =
      List.of(
          "https://www.w3.org/ns/activitystreams",
          "https://w3id.org/security/v1",
          "https://w3id.org/security/multikey/v1");

  private static final AtomicLong SAID = new AtomicLong();

  FediUrl uri() {
    return world.at(host, "/users/" + name);
  }

  FediUrl under(String path) {
    return FediUrl.parse(uri().text() + path);
  }

  String handle() {
    return "@" + name + "@" + uri().origin().authority();
  }

  FediUrl keyId() {
    return under("#main-key");
  }

  FediUrl proofKeyId() {
    return under("#post-key");
  }

  FediUrl webFinger() {
    return world.at(
        host,
        "/.well-known/webfinger?resource=acct%3A" + name + "%40" + host + ".localhost%3A" + port());
  }

  private int port() {
    return world.port();
  }

  Outlaw settles() {
    return settlesAs(document());
  }

  /** Is found under that document, whatever it says. */
  Outlaw settlesAs(Tree document) {
    world.serves(uri(), document);
    world.answersFor("acct:" + name + "@" + uri().origin().authority(), webFinger(), uri().text());
    return this;
  }

  Tree document() {
    return Tree.builder()
        .put("@context", CONTEXT)
        .put("id", uri())
        .put("type", "Person")
        .put("preferredUsername", name)
        .put("inbox", under("/inbox"))
        .put("outbox", under("/outbox"))
        .put("followers", under("/followers"))
        .put("featured", under("/featured"))
        .put("endpoints", Tree.of(Map.of("sharedInbox", world.at(host, "/inbox"))))
        .put("publicKey", publicKey(keyId(), uri().text()))
        .put("assertionMethod", List.of(proofKey(uri().text())))
        .build();
  }

  Tree publicKey(FediUrl id, String owner) {
    return Tree.builder()
        .put("id", id)
        .put("owner", owner)
        .put("publicKeyPem", PublicKeys.toPem(rsa.getPublic()))
        .build();
  }

  Tree proofKey(String controller) {
    return Tree.builder()
        .put("id", proofKeyId())
        .put("type", "Multikey")
        .put("controller", controller)
        .put("publicKeyMultibase", Multikey.encode(ed25519.getPublic()))
        .build();
  }

  /** A note with an id of its own, for everyone, and for whoever is named. */
  Tree note(Object to) {
    return Tree.builder()
        .put("@context", CONTEXT)
        .put("id", under("/notes/" + SAID.incrementAndGet()))
        .put("type", "Note")
        .put("attributedTo", uri())
        .put("content", "<p>hello</p>")
        .put("published", Instant.now())
        .put("to", List.of(Audience.PUBLIC, to))
        .put("cc", List.of(under("/followers")))
        .build();
  }

  /** An activity with an id of its own, for everyone. */
  Tree activity(String type, Object object) {
    return Tree.builder()
        .put("@context", CONTEXT)
        .put("id", under("/" + type.toLowerCase(java.util.Locale.ROOT) + SAID.incrementAndGet()))
        .put("type", type)
        .put("actor", uri())
        .put("to", Audience.PUBLIC)
        .put("object", object)
        .build();
  }

  Tree creates(Tree note) {
    return activity("Create", note).with("to", note.strings("to")).with("cc", note.strings("cc"));
  }

  SigningKey key() {
    return new SigningKey(keyId(), rsa.getPrivate());
  }

  /** The headers of a request that is signed as it should be. */
  Map<String, String> signs(String method, FediUrl target, byte[] body) {
    return new HashMap<>(CavageSigner.sign(method, target, body, key(), Instant.now()));
  }
}

package social.kring.testing;

import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import social.kring.federation.actors.KeyPairs;
import social.kring.protocol.activitystreams.Audience;
import social.kring.protocol.discovery.Handle;
import social.kring.protocol.integrity.IntegrityProof;
import social.kring.protocol.integrity.Multikey;
import social.kring.protocol.json.Tree;
import social.kring.protocol.signature.CavageSigner;
import social.kring.protocol.signature.PublicKeys;
import social.kring.protocol.signature.SigningKey;
import social.kring.protocol.url.FediUrl;

/** Somebody on another node, who signs what she sends. */
public record PeerActor(Peer peer, String name, FediUrl uri, Keys keys, AtomicInteger sent) {
  private static final List<String> CONTEXT =
      List.of(
          "https://www.w3.org/ns/activitystreams",
          "https://w3id.org/security/v1",
          "https://w3id.org/security/multikey/v1");

  /** For requests, and for proofs. */
  public record Keys(KeyPair rsa, KeyPair ed25519) {
    static Keys from(KeyPairs pairs) {
      return new Keys(pairs.rsa(), pairs.ed25519());
    }
  }

  static PeerActor at(Peer peer, String name) {
    return new PeerActor(
        peer, name, peer.at("/users/" + name), Keys.from(peer.pairs()), new AtomicInteger());
  }

  /** The same one with other keys. */
  public PeerActor withNewKeys() {
    return new PeerActor(peer, name, uri, Keys.from(peer.pairs()), sent);
  }

  public Handle handle() {
    return new Handle(name, peer.authority());
  }

  public FediUrl keyId() {
    return FediUrl.parse(uri.text() + "#main-key");
  }

  public FediUrl proofKeyId() {
    return FediUrl.parse(uri.text() + "#post-key");
  }

  public FediUrl under(String path) {
    return FediUrl.parse(uri.text() + path);
  }

  public Tree document() {
    return Tree.builder()
        .put("@context", CONTEXT)
        .put("id", uri)
        .put("type", "Person")
        .put("preferredUsername", name)
        .put("inbox", under("/inbox"))
        .put("outbox", under("/outbox"))
        .put("followers", under("/followers"))
        .put("endpoints", Tree.of(Map.of("sharedInbox", peer.at("/inbox"))))
        .put("publicKey", publicKey(keyId()))
        .put("assertionMethod", List.of(proofKey()))
        .build();
  }

  public Tree publicKey(FediUrl id) {
    return Tree.builder()
        .put("id", id)
        .put("owner", uri)
        .put("publicKeyPem", PublicKeys.toPem(keys.rsa().getPublic()))
        .build();
  }

  private Tree proofKey() {
    return Tree.builder()
        .put("id", proofKeyId())
        .put("type", "Multikey")
        .put("controller", uri)
        .put("publicKeyMultibase", Multikey.encode(keys.ed25519().getPublic()))
        .build();
  }

  /** A public note. */
  public Tree note(String name, String content, Instant published) {
    return Tree.builder()
        .put("id", under("/notes/" + name))
        .put("type", "Note")
        .put("attributedTo", uri)
        .put("content", content)
        .put("published", published)
        .put("to", Audience.PUBLIC)
        .put("cc", under("/followers"))
        .build();
  }

  /** An activity with an id of its own. */
  public Tree activity(String type, Object object) {
    return Tree.builder()
        .put("@context", CONTEXT)
        .put("id", under("/" + type.toLowerCase(Locale.ROOT) + "/" + sent.incrementAndGet()))
        .put("type", type)
        .put("actor", uri)
        .put("to", Audience.PUBLIC)
        .put("object", object)
        .build();
  }

  public Tree creates(Tree note) {
    return activity("Create", note).with("to", note.strings("to")).with("cc", note.strings("cc"));
  }

  /** With a proof by its own key, which everybody may carry on. */
  public Tree proven(Tree document, Instant at) {
    return IntegrityProof.sign(document, proofKeyId(), keys.ed25519().getPrivate(), at);
  }

  /** The headers that sign a request. */
  public Map<String, String> signs(FediUrl target, byte[] body, Instant at) {
    return CavageSigner.sign("POST", target, body, signingKey(), at);
  }

  public SigningKey signingKey() {
    return new SigningKey(keyId(), keys.rsa().getPrivate());
  }
}

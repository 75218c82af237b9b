package social.kring.protocol.activitystreams;

import java.util.List;
import java.util.stream.Stream;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** A public key in an actor's document. At most 10 count. */
public sealed interface ActorKey {
  int MOST = 10;

  FediUrl id();

  /** For HTTP signatures, as security/v1 has it. */
  record Pem(FediUrl id, String publicKeyPem) implements ActorKey {}

  /** For integrity proofs (FEP-521a). */
  record Multikey(FediUrl id, String publicKeyMultibase) implements ActorKey {}

  /** Keys that name another owner are somebody else's. */
  static List<ActorKey> of(Tree tree, FediUrl owner) {
    var pems =
        tree.objects("publicKey").stream()
            .filter(key -> key.id("owner").filter(owner::equals).isPresent())
            .flatMap(ActorKey::pem);
    var multikeys =
        tree.objects("assertionMethod").stream()
            .filter(key -> key.id("controller").filter(owner::equals).isPresent())
            .flatMap(ActorKey::multikey);
    return Stream.concat(pems, multikeys).limit(MOST).toList();
  }

  private static Stream<ActorKey> pem(Tree key) {
    return key.id("id").stream()
        .flatMap(id -> key.string("publicKeyPem").stream().map(pem -> new Pem(id, pem)));
  }

  private static Stream<ActorKey> multikey(Tree key) {
    return key.id("id").stream()
        .flatMap(
            id -> key.string("publicKeyMultibase").stream().map(text -> new Multikey(id, text)));
  }
}

package social.kring.protocol.integrity;

import java.util.ArrayList;
import java.util.Set;
import social.kring.protocol.json.Tree;

/** The context of a document that is signed: a list, in which the proof's own terms are defined. */
final class SignedContext {
  private static final String ACTIVITY_STREAMS = "https://www.w3.org/ns/activitystreams";
  private static final String DATA_INTEGRITY = "https://w3id.org/security/data-integrity/v2";

  /** Contexts in which {@code proof} and its properties mean what they should. */
  private static final Set<String> KNOW_PROOFS =
      Set.of(
          DATA_INTEGRITY,
          "https://w3id.org/security/data-integrity/v1",
          "https://www.w3.org/ns/credentials/v2");

  private SignedContext() {}

  static Tree of(Tree document) {
    var contexts = new ArrayList<>(document.items("@context"));
    if (contexts.isEmpty()) contexts.add(ACTIVITY_STREAMS);
    if (contexts.stream().noneMatch(KNOW_PROOFS::contains)) contexts.add(DATA_INTEGRITY);
    return Tree.builder().put("@context", contexts).putAll(document.without("@context")).build();
  }
}

package social.kring.protocol.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import social.kring.protocol.Problem;

/**
 * Brings foreign documents onto our own context, so that whoever reads them finds the names of
 * ActivityStreams. JSON-LD 1.0, with bundled contexts only.
 */
public final class JsonLd {
  private static final PlainNames PLAIN = new PlainNames(Vocabulary.BUNDLED);
  private static final Shortening SHORTENING = new Shortening(Vocabulary.BUNDLED);
  private static final List<String> CONTEXT =
      List.of("https://www.w3.org/ns/activitystreams", OwnContext.URL);

  private JsonLd() {}

  /**
   * The same document with our names: {@code id}, {@code type}, terms of ActivityStreams and of
   * well-known extensions; whole IRIs where there is no name. No property is lost.
   *
   * <p>A context that is missing or says nothing of ActivityStreams counts as that of
   * ActivityStreams (ActivityStreams 2.0 §2.1). Contexts that are not bundled count as empty.
   *
   * @return the very tree, where its names are plain already
   * @throws Problem MALFORMED where it is not JSON-LD, is too much, or uses what could make a
   *     signed document say something else: {@code @graph}, {@code @included}, {@code @reverse}
   */
  public static Tree compact(Tree document) {
    return PLAIN.suffice(document.shared()) ? document : shorten(document);
  }

  static Tree shorten(Tree document) {
    var expanded = LinkedData.expand(document.shared());
    var builder = Tree.builder().put("@context", CONTEXT);
    return expanded instanceof Map<?, ?> node
        ? builder.putAll(Tree.wrap(readable(SHORTENING.node(node)))).build()
        : builder.build();
  }

  /** Where JSON-LD means a list, a value by itself becomes one, and is a level deeper. */
  private static ObjectNode readable(ObjectNode shortened) {
    if (isDeeper(shortened, StrictJson.DEEPEST)) {
      throw Problem.malformed("More than " + StrictJson.DEEPEST + " levels as JSON-LD reads it");
    }
    return shortened;
  }

  private static boolean isDeeper(JsonNode node, int levels) {
    if (!node.isContainerNode()) return false;
    if (levels == 0) return true;
    for (var inner : node) if (isDeeper(inner, levels - 1)) return true;
    return false;
  }
}

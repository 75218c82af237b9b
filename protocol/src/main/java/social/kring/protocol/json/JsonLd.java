package social.kring.protocol.json;

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
        ? builder.putAll(Tree.wrap(SHORTENING.node(node))).build()
        : builder.build();
  }
}

package social.kring.protocol.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.jsonldjava.core.Context;
import com.github.jsonldjava.core.DocumentLoader;
import com.github.jsonldjava.core.JsonLdApi;
import com.github.jsonldjava.core.JsonLdError;
import com.github.jsonldjava.core.JsonLdOptions;
import com.github.jsonldjava.core.RemoteDocument;
import java.util.LinkedHashMap;
import java.util.Map;
import social.kring.protocol.Problem;

/**
 * Finds out what the names in a document mean, with jsonld-java: the only place that knows it.
 * Nothing is fetched, whatever the document says.
 */
final class LinkedData {
  /** For names that no context defines; they would be lost. */
  static final String UNDEFINED = "urn:undefined:";

  private static final JsonLdOptions OPTIONS = options();
  private static final Context BASE = base();

  private LinkedData() {}

  /**
   * The document in expanded form: one node object, or nothing.
   *
   * @throws Problem MALFORMED where it is not JSON-LD, or too much
   */
  static Object expand(ObjectNode document) {
    var prepared = new Preparation().prepare(document, InlineContext.NONE);
    try {
      return new JsonLdApi(OPTIONS).expand(BASE, prepared);
    } catch (JsonLdError malformed) {
      throw Problem.malformed("Not JSON-LD: " + malformed.getType());
    } catch (ClassCastException | NullPointerException | IllegalArgumentException unexpected) {
      throw Problem.malformed("Not JSON-LD that can be read");
    }
  }

  /** Without a base, addresses stay as they are written; with one, a broken one would throw. */
  private static JsonLdOptions options() {
    var options = new JsonLdOptions(null);
    options.setDocumentLoader(new NoLoader());
    return options;
  }

  private static Context base() {
    var definitions = new LinkedHashMap<String, Object>();
    definitions.put("@vocab", UNDEFINED);
    Vocabulary.BUNDLED.terms().forEach(term -> definitions.put(term.name(), definition(term)));
    try {
      return new Context(OPTIONS).parse(definitions);
    } catch (JsonLdError impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, Object> definition(Term term) {
    var definition = new LinkedHashMap<String, Object>();
    definition.put("@id", term.iri());
    if (term.reference()) definition.put("@type", "@id");
    if (!term.container().isEmpty()) definition.put("@container", term.container());
    return definition;
  }

  /** The library's own reads http, file and what else Java can, without limit. */
  private static final class NoLoader extends DocumentLoader {
    @Override
    public RemoteDocument loadDocument(String url) throws JsonLdError {
      throw new JsonLdError(JsonLdError.Error.LOADING_REMOTE_CONTEXT_FAILED, url);
    }
  }
}

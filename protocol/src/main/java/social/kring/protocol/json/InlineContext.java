package social.kring.protocol.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import social.kring.protocol.Problem;

/**
 * The definitions that a document brings along, made harmless: names that stand for whole IRIs, and
 * whether their strings are ids, lists or texts in languages. Everything else that JSON-LD could
 * say there is left out; addresses of contexts are not followed.
 *
 * @param definitions as JSON-LD 1.0 writes them
 * @param meanings the IRI of each name that is defined here or further out
 */
record InlineContext(Map<String, Object> definitions, Map<String, String> meanings) {
  static final InlineContext NONE = new InlineContext(Map.of(), Map.of());

  /** What could restructure a document, so that it says something else than it seems to. */
  static final Set<String> RESTRUCTURING = Set.of("@graph", "@included", "@reverse", "@nest");

  private static final Set<String> ALIASES =
      Set.of("@id", "@type", "@value", "@language", "@list", "@set");
  private static final Set<String> IGNORED =
      Set.of("@language", "@base", "@version", "@protected", "@propagate", "@direction", "@import");
  private static final int LONGEST = 512;
  private static final int DEEPEST = 4;

  /** Definitions that change nothing here, since nobody's software reads them. */
  static boolean isIgnored(String keyword, JsonNode value) {
    if (!keyword.equals("@vocab")) return IGNORED.contains(keyword);
    return value.isNull()
        || value.asText().equals("_:")
        || Iris.canonical(value.asText()).equals(Iris.ACTIVITY_STREAMS);
  }

  /**
   * @throws Problem MALFORMED where it makes other names for what restructures documents
   */
  static InlineContext read(JsonNode context, InlineContext outer) {
    var read = new InlineContext(new LinkedHashMap<>(), new HashMap<>(outer.meanings));
    if (context.isArray()) context.forEach(read::add);
    else read.add(context);
    return read;
  }

  private void add(JsonNode part) {
    if (!(part instanceof ObjectNode context)) return;
    for (var definition : context.properties()) {
      var name = definition.getKey();
      var value = definition.getValue();
      if (name.equals("@vocab")) vocabulary(value);
      else if (!name.startsWith("@") && !name.isEmpty()) add(name, value, context);
    }
  }

  private void vocabulary(JsonNode value) {
    if (isIgnored("@vocab", value) || !value.isTextual()) return;
    if (isAbsolute(value.textValue())) definitions.put("@vocab", value.textValue());
  }

  private void add(String name, JsonNode value, ObjectNode context) {
    refuseRestructuring(name, value);
    iri(value, context, 0)
        .ifPresent(
            iri -> {
              meanings.put(name, iri);
              definitions.put(name, definition(value, iri));
            });
  }

  private static void refuseRestructuring(String name, JsonNode value) {
    var id = value.isObject() ? value.path("@id") : value;
    var restructures =
        RESTRUCTURING.contains(id.asText())
            || value.has("@reverse")
            || value.path("@container").toString().contains("\"@graph\"");
    if (restructures) {
      throw Problem.malformed("The context makes \"" + name + "\" another name for " + id.asText());
    }
  }

  private static Object definition(JsonNode value, String iri) {
    if (!value.isObject()) return iri;
    var definition = new LinkedHashMap<String, Object>();
    definition.put("@id", iri);
    if (value.path("@type").asText().equals("@id")) definition.put("@type", "@id");
    var container = value.path("@container").asText();
    if (List.of("@list", "@set", "@language").contains(container)) {
      definition.put("@container", container);
    }
    return definition;
  }

  private Optional<String> iri(JsonNode definition, ObjectNode context, int depth) {
    var id = definition.isObject() ? definition.get("@id") : definition;
    if (id == null || !id.isTextual() || depth > DEEPEST) return Optional.empty();
    var text = id.textValue();
    if (text.startsWith("@")) return Optional.of(text).filter(ALIASES::contains);
    return resolved(text, context, depth).map(Iris::canonical).filter(InlineContext::isAbsolute);
  }

  /** Prefixes are looked up here, further out, and in our own vocabulary. */
  private Optional<String> resolved(String text, ObjectNode context, int depth) {
    var colon = text.indexOf(':');
    if (text.startsWith("//", colon + 1)) return Optional.of(text);
    var name = colon < 0 ? text : text.substring(0, colon);
    var rest = colon < 0 ? "" : text.substring(colon + 1);
    var here = context.get(name);
    if (here != null) return iri(here, context, depth + 1).map(iri -> iri + rest);
    var meaning =
        Optional.ofNullable(meanings.get(name))
            .or(() -> Vocabulary.BUNDLED.term(name).map(Term::iri));
    return meaning.map(iri -> iri + rest).or(() -> Optional.of(text));
  }

  private static boolean isAbsolute(String iri) {
    return iri.length() <= LONGEST && iri.indexOf(':') > 0;
  }
}

package social.kring.protocol.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Merges the bundled contexts. Contexts within contexts (JSON-LD 1.1 §4.1.8) are read as if they
 * stood at the top, for jsonld-java knows JSON-LD 1.0 only.
 */
final class VocabularyReader {
  private final Map<String, Term> terms = new LinkedHashMap<>();

  Vocabulary read() {
    BundledContexts.inOrder().forEach(document -> context(document.get("@context"), Map.of()));
    return new Vocabulary(terms);
  }

  private void context(JsonNode context, Map<String, String> outer) {
    if (context == null) return;
    if (context.isArray()) {
      var inOrder = new HashMap<>(outer);
      for (var part : context) {
        context(part, inOrder);
        if (part instanceof ObjectNode object) inOrder.putAll(prefixes(object));
      }
    }
    if (context instanceof ObjectNode object) definitions(object, outer);
  }

  private void definitions(ObjectNode context, Map<String, String> outer) {
    var prefixes = new HashMap<>(outer);
    prefixes.putAll(prefixes(context));
    for (var definition : context.properties()) {
      if (definition.getKey().startsWith("@")) continue;
      iri(definition.getValue(), prefixes)
          .ifPresent(iri -> add(definition.getKey(), definition.getValue(), iri));
      context(definition.getValue().get("@context"), prefixes);
    }
  }

  private static Map<String, String> prefixes(ObjectNode context) {
    var prefixes = new HashMap<String, String>();
    for (var definition : context.properties()) {
      var value = definition.getValue();
      if (value.isTextual() && Iris.isNamespace(value.textValue())) {
        prefixes.put(definition.getKey(), Iris.canonical(value.textValue()));
      }
    }
    return prefixes;
  }

  private Optional<String> iri(JsonNode definition, Map<String, String> prefixes) {
    var id = definition.isObject() ? definition.get("@id") : definition;
    if (id == null || !id.isTextual()) return Optional.empty();
    var text = id.textValue();
    var colon = text.indexOf(':');
    if (colon < 0 || text.startsWith("//", colon + 1)) return Optional.of(Iris.canonical(text));
    var prefix = text.substring(0, colon);
    var namespace =
        Optional.ofNullable(prefixes.get(prefix))
            .or(() -> Optional.ofNullable(terms.get(prefix)).map(Term::iri));
    return namespace.map(space -> space + text.substring(colon + 1));
  }

  private void add(String name, JsonNode definition, String iri) {
    var known = terms.get(name);
    if (known == null) terms.put(name, term(name, definition, iri));
    else if (!known.means(iri)) terms.put(name, withMeaning(known, iri));
  }

  private static Term term(String name, JsonNode definition, String iri) {
    var container = definition.path("@container").asText("");
    return new Term(
        name,
        iri,
        Set.of(),
        definition.path("@type").asText("").equals("@id"),
        container.equals(Term.LIST) || container.equals(Term.LANGUAGE) ? container : "");
  }

  private static Term withMeaning(Term known, String iri) {
    var meanings = new HashSet<>(known.alsoMeans());
    meanings.add(iri);
    return new Term(
        known.name(), known.iri(), Set.copyOf(meanings), known.reference(), known.container());
  }
}

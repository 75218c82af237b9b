package social.kring.protocol.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Writes an expanded document with our names. By hand, since compaction as JSON-LD defines it
 * (§5.6) chooses names by the types of values, and a date without its type would come out under
 * another name than a date with one.
 */
final class Shortening {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Vocabulary vocabulary;

  Shortening(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  ObjectNode node(Map<?, ?> expanded) {
    var object = NODES.objectNode();
    expanded.forEach((key, value) -> property(object, (String) key, value));
    return object;
  }

  private void property(ObjectNode object, String key, Object value) {
    switch (key) {
      case "@id" -> object.put("id", (String) value);
      case "@type" -> add(object, "type", types(value));
      case "@index" -> {
        // A key of a map that is none any more.
      }
      default -> values(object, key, value instanceof List<?> list ? list : List.of(value));
    }
  }

  private ArrayNode types(Object value) {
    var types = NODES.arrayNode();
    for (var type : value instanceof List<?> list ? list : List.of(value)) {
      types.add(name((String) type));
    }
    return types;
  }

  private void values(ObjectNode object, String iri, List<?> expanded) {
    var name = name(iri);
    var reference = vocabulary.term(name).filter(Term::reference).isPresent();
    var plain = NODES.arrayNode();
    for (var value : expanded) {
      if (isList(value)) list(object, name, reference, (Map<?, ?>) value);
      else if (isInALanguage(value)) text(object, name, (Map<?, ?>) value, plain);
      else plain.add(value(value, reference));
    }
    if (!plain.isEmpty()) add(object, name, plain);
    else if (expanded.isEmpty()) object.set(name, plain);
  }

  private static boolean isList(Object value) {
    return value instanceof Map<?, ?> map && map.containsKey("@list");
  }

  private static boolean isInALanguage(Object value) {
    return value instanceof Map<?, ?> map && map.containsKey("@language");
  }

  private void list(ObjectNode object, String name, boolean reference, Map<?, ?> value) {
    var items = NODES.arrayNode();
    if (value.get("@list") instanceof List<?> list) {
      list.forEach(item -> items.add(value(item, reference)));
    }
    object.set(name.equals("items") ? "orderedItems" : name, items);
  }

  /** Readers that look for the plain property find the first language there. */
  private void text(ObjectNode object, String name, Map<?, ?> value, ArrayNode plain) {
    var text = scalar(value.get("@value"));
    var map = name + "Map";
    if (vocabulary.term(map).filter(Term::isLanguageMap).isEmpty()) {
      plain.add(text);
      return;
    }
    var languages = object.withObject("/" + map);
    if (languages.isEmpty() && plain.isEmpty() && !object.has(name)) object.set(name, text);
    languages.set((String) value.get("@language"), text);
  }

  private JsonNode value(Object expanded, boolean reference) {
    if (!(expanded instanceof Map<?, ?> map)) return scalar(expanded);
    if (map.containsKey("@value")) return scalar(map.get("@value"));
    if (reference && map.size() == 1 && map.get("@id") instanceof String id) {
      return NODES.textNode(id);
    }
    return node(map);
  }

  private static JsonNode scalar(Object value) {
    return StrictJson.MAPPER.valueToTree(value);
  }

  /** A property that came under two names keeps the values of both. */
  private void add(ObjectNode object, String name, ArrayNode values) {
    var there = object.get(name);
    var all = NODES.arrayNode();
    if (there instanceof ArrayNode list) all.addAll(list);
    else if (there != null) all.add(there);
    all.addAll(values);
    object.set(name, all.size() == 1 && !isAlwaysAList(name) ? all.get(0) : all);
  }

  private boolean isAlwaysAList(String name) {
    return vocabulary.term(name).filter(Term::isList).isPresent();
  }

  /** What no context defines keeps its name, unless that would make it something that we know. */
  private String name(String iri) {
    if (!iri.startsWith(LinkedData.UNDEFINED)) return vocabulary.shortened(iri);
    var name = iri.substring(LinkedData.UNDEFINED.length());
    return vocabulary.term(name).isPresent() ? iri : name;
  }
}

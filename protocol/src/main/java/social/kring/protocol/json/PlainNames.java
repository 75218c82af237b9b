package social.kring.protocol.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Whether a document can be read by its names alone: no name is defined otherwise than in the
 * bundled contexts, and nothing in it needs a context to be understood. So it is with nearly all
 * that the fediverse sends; it is asked of every activity that comes in, and makes nothing.
 */
final class PlainNames {
  private final Vocabulary vocabulary;

  PlainNames(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  boolean suffice(JsonNode value) {
    if (value.isArray()) {
      for (var item : value) if (item.isContainerNode() && !suffice(item)) return false;
      return true;
    }
    if (!value.isObject()) return true;
    for (var property : value.properties()) {
      if (!suffice(property.getKey(), property.getValue())) return false;
    }
    return true;
  }

  private boolean suffice(String name, JsonNode value) {
    if (name.startsWith("@")) return name.equals("@context") && contextAgrees(value);
    if (name.indexOf(':') >= 0 && !vocabulary.isOurSpelling(name)) return false;
    if (name.equals("type")) return typesSuffice(value);
    return !value.isContainerNode() || suffice(value);
  }

  private boolean typesSuffice(JsonNode value) {
    if (!value.isArray()) return typeSuffices(value);
    for (var type : value) if (!typeSuffices(type)) return false;
    return true;
  }

  private boolean typeSuffices(JsonNode type) {
    if (!type.isTextual()) return !type.isContainerNode();
    var text = type.textValue();
    return text.indexOf(':') < 0 || vocabulary.isOurSpelling(text);
  }

  /** Addresses define nothing that we do not know: the bundled are in force, others are empty. */
  private boolean contextAgrees(JsonNode context) {
    if (context.isArray()) {
      for (var part : context) {
        if (part instanceof ObjectNode object && !definitionsAgree(object)) return false;
      }
    }
    return !(context instanceof ObjectNode object) || definitionsAgree(object);
  }

  private boolean definitionsAgree(ObjectNode context) {
    for (var definition : context.properties()) {
      if (!agrees(definition.getKey(), definition.getValue())) return false;
    }
    return true;
  }

  private boolean agrees(String name, JsonNode definition) {
    if (name.startsWith("@")) return InlineContext.isIgnored(name, definition);
    var term = vocabulary.term(name);
    if (term.isEmpty()) return false;
    if (definition.isTextual()) return agrees(term.get(), definition.textValue());
    if (!definition.isObject() || definition.has("@reverse")) return false;
    var id = definition.get("@id");
    return id != null
        && id.isTextual()
        && agrees(term.get(), id.textValue())
        && containersAgree(term.get(), definition.path("@container"));
  }

  private boolean agrees(Term term, String written) {
    var colon = written.indexOf(':');
    if (colon < 0 || written.startsWith("//", colon + 1)) {
      return term.means(Iris.canonical(written));
    }
    var namespace = vocabulary.namespace(written.substring(0, colon));
    return namespace.isPresent() && term.means(namespace.get() + written.substring(colon + 1));
  }

  private static boolean containersAgree(Term term, JsonNode container) {
    if (container.isMissingNode()) return !term.isLanguageMap();
    if (!container.isTextual()) return false;
    return switch (container.textValue()) {
      case "@set" -> !term.isLanguageMap();
      case Term.LIST -> !term.isLanguageMap();
      case Term.LANGUAGE -> term.isLanguageMap();
      default -> false;
    };
  }
}

package social.kring.protocol.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import social.kring.protocol.Problem;

/** Turns a document into what the library takes, within limits. */
final class Preparation {
  private static final int MOST_NODES = 20_000;
  private static final int MOST_CONTEXTS = 64;
  private static final int MOST_DEFINITIONS = 1_000;

  private int nodes;
  private int contexts;
  private int definitions;

  Object prepare(JsonNode value, InlineContext scope) {
    if (++nodes > MOST_NODES) throw tooMuch(MOST_NODES + " values");
    return switch (value.getNodeType()) {
      case OBJECT -> object((ObjectNode) value, scope);
      case ARRAY -> value.valueStream().map(item -> prepare(item, scope)).toList();
      case STRING -> value.textValue();
      case BOOLEAN -> value.booleanValue();
      case NUMBER -> value.numberValue();
      default -> null;
    };
  }

  private Map<String, Object> object(ObjectNode object, InlineContext scope) {
    var prepared = new LinkedHashMap<String, Object>();
    var inner = scope;
    if (object.has("@context")) {
      inner = context(object.get("@context"), scope);
      prepared.put("@context", inner.definitions());
    }
    for (var property : object.properties()) {
      var name = property.getKey();
      if (InlineContext.RESTRUCTURING.contains(name)) {
        throw Problem.malformed(name + " could make a document say something else; refused");
      }
      if (!name.equals("@context")) prepared.put(name, prepare(property.getValue(), inner));
    }
    return prepared;
  }

  private InlineContext context(JsonNode context, InlineContext scope) {
    if (++contexts > MOST_CONTEXTS) throw tooMuch(MOST_CONTEXTS + " contexts");
    definitions += context.isArray() ? size(context) : context.size();
    if (definitions > MOST_DEFINITIONS) throw tooMuch(MOST_DEFINITIONS + " definitions");
    return InlineContext.read(context, scope);
  }

  private static int size(JsonNode contexts) {
    return contexts.valueStream().mapToInt(JsonNode::size).sum();
  }

  private static Problem tooMuch(String limit) {
    return Problem.malformed("More than " + limit + " in a document that needs JSON-LD");
  }
}

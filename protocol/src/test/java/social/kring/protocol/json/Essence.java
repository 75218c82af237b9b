package social.kring.protocol.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * What a document says, whichever way it is written: without contexts and nulls, a list of one as
 * its item, numbers by their value.
 */
final class Essence {
  private Essence() {}

  static String of(Tree tree) {
    return of(tree.shared()).toPrettyString();
  }

  private static JsonNode of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        var object = JsonNodeFactory.instance.objectNode();
        node.propertyStream()
            .filter(property -> !property.getKey().equals("@context"))
            .filter(property -> !property.getValue().isNull())
            .sorted(java.util.Map.Entry.comparingByKey())
            .forEach(property -> object.set(property.getKey(), of(property.getValue())));
        yield object;
      }
      case ARRAY -> {
        var array = JsonNodeFactory.instance.arrayNode();
        node.forEach(item -> array.add(of(item)));
        yield array.size() == 1 ? array.get(0) : array;
      }
      case NUMBER ->
          JsonNodeFactory.instance.textNode(
              node.decimalValue().stripTrailingZeros().toPlainString());
      default -> node;
    };
  }
}

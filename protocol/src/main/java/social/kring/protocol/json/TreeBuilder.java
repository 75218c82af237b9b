package social.kring.protocol.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import social.kring.protocol.url.FediUrl;

/** Puts a document together, property by property, in the order in which it is written. */
public final class TreeBuilder {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ObjectNode node;

  TreeBuilder(ObjectNode node) {
    this.node = node;
  }

  /**
   * Sets a property. Null and an empty Optional leave it out.
   *
   * @param value a Tree, String, Number, Boolean, Instant (written in whole seconds), FediUrl, or a
   *     collection or map of these
   * @throws IllegalArgumentException for anything else
   */
  public TreeBuilder put(String name, Object value) {
    var written = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (written != null) node.set(name, toNode(written));
    return this;
  }

  /** Sets every property of a tree. */
  public TreeBuilder putAll(Tree tree) {
    node.setAll(tree.shared());
    return this;
  }

  public Tree build() {
    return Tree.wrap(node.deepCopy());
  }

  private static JsonNode toNode(Object value) {
    return switch (value) {
      case Tree tree -> tree.shared();
      case String text -> NODES.textNode(text);
      case FediUrl url -> NODES.textNode(url.text());
      case Boolean flag -> NODES.booleanNode(flag);
      case Integer number -> NODES.numberNode(number);
      case Long number when number == number.intValue() -> NODES.numberNode(number.intValue());
      case Long number -> NODES.numberNode(number);
      case Double number -> NODES.numberNode(BigDecimal.valueOf(number));
      case BigDecimal number -> NODES.numberNode(number);
      case Instant instant -> NODES.textNode(instant.truncatedTo(ChronoUnit.SECONDS).toString());
      case Collection<?> items -> {
        var list = NODES.arrayNode(items.size());
        items.forEach(item -> list.add(toNode(item)));
        yield list;
      }
      case Map<?, ?> properties -> {
        var object = NODES.objectNode();
        properties.forEach((key, item) -> object.set(String.valueOf(key), toNode(item)));
        yield object;
      }
      default ->
          throw new IllegalArgumentException(value.getClass() + " cannot be written as JSON");
    };
  }
}

package social.kring.protocol.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A place in a tree, where a value is. */
sealed interface Spot {

  JsonNode value();

  void set(JsonNode value);

  void remove();

  String path();

  /** A property of an object. */
  record Property(ObjectNode parent, String name, String path) implements Spot {
    @Override
    public JsonNode value() {
      return parent.get(name);
    }

    @Override
    public void set(JsonNode value) {
      parent.set(name, value);
    }

    @Override
    public void remove() {
      parent.remove(name);
    }
  }

  /** An item of a list. */
  record Item(ArrayNode parent, int index, String path) implements Spot {
    @Override
    public JsonNode value() {
      return parent.get(index);
    }

    @Override
    public void set(JsonNode value) {
      parent.set(index, value);
    }

    @Override
    public void remove() {
      parent.remove(index);
    }
  }

  /** Every place in it but the root. */
  static List<Spot> in(JsonNode root) {
    var spots = new ArrayList<Spot>();
    collect(root, "", spots);
    return spots;
  }

  private static void collect(JsonNode node, String path, List<Spot> spots) {
    switch (node) {
      case ObjectNode object ->
          object
              .properties()
              .forEach(
                  property -> {
                    var here = path + "/" + property.getKey();
                    spots.add(new Property(object, property.getKey(), here));
                    collect(property.getValue(), here, spots);
                  });
      case ArrayNode array -> {
        for (var i = 0; i < array.size(); i++) {
          spots.add(new Item(array, i, path + "/" + i));
          collect(array.get(i), path + "/" + i, spots);
        }
      }
      default -> {
        // A leaf.
      }
    }
  }
}

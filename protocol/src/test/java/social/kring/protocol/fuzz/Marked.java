package social.kring.protocol.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Documents with one name more than they had, in which all names are asked for their meaning. */
final class Marked {
  static final String NAME = "x_nobody";
  static final String VALUE = "knows it";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final List<JsonNode> seeds;

  Marked(Map<String, String> seeds) {
    this.seeds = seeds.values().stream().sorted().map(Mutants::read).toList();
  }

  String next(Random random) {
    var document = (ObjectNode) seeds.get(random.nextInt(seeds.size())).deepCopy();
    var places =
        Spot.in(document).stream()
            .filter(spot -> spot.value() instanceof ObjectNode)
            .filter(spot -> !spot.path().contains("@context") && !spot.path().endsWith("Map"))
            .toList();
    var at = random.nextInt(places.size() + 1);
    var place = at == places.size() ? document : (ObjectNode) places.get(at).value();
    place.put(NAME, VALUE);
    return document.set("@context", needing(document.get("@context"))).toString();
  }

  /** A name of its own, so that no short way will do. */
  private static ArrayNode needing(JsonNode context) {
    var own = NODES.objectNode().put("x_own", "https://x.example/#own");
    return NODES.arrayNode().add(context).add(own);
  }
}

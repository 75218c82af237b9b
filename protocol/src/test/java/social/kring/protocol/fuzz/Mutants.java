package social.kring.protocol.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Makes mutants of documents: a few changes to their trees, and now and then to their bytes. */
public final class Mutants {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int MOST_CHANGES = 5;
  private static final int ONE_IN_BYTES = 6;

  private final Map<String, JsonNode> seeds;
  private final List<String> names;

  private Mutants(Map<String, JsonNode> seeds) {
    this.seeds = seeds;
    this.names = List.copyOf(seeds.keySet());
  }

  /** Of the documents of peers. */
  public static Mutants ofPeers() {
    return of(PeerSeeds.texts());
  }

  /**
   * @param seeds JSON by the name of the document
   */
  public static Mutants of(Map<String, String> seeds) {
    return new Mutants(
        seeds.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, seed -> read(seed.getValue()), (a, b) -> a, TreeMap::new)));
  }

  /** Of the same documents, each written otherwise first. */
  public Mutants with(UnaryOperator<String> change) {
    return of(
        seeds.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, s -> change.apply(text(s.getValue())))));
  }

  /** Of those that say who did something. */
  public Mutants ofActivities() {
    return new Mutants(
        seeds.entrySet().stream()
            .filter(seed -> seed.getValue().has("actor") && seed.getValue().has("object"))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new)));
  }

  /** The same random numbers make the same mutants. */
  public Arbitrary<Mutant> arbitrary() {
    return Arbitraries.randomValue(this::next);
  }

  private Mutant next(Random random) {
    var name = names.get(random.nextInt(names.size()));
    var tree = seeds.get(name).deepCopy();
    var donor = seeds.get(names.get(random.nextInt(names.size())));
    var changes = new ArrayList<String>();
    var most = 1 + random.nextInt(MOST_CHANGES);
    for (var i = 0; i < most; i++) {
      changes.add(new TreeChange((ObjectNode) tree, donor, random).apply());
    }
    var bytes = Nasty.written(text(tree)).getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(ONE_IN_BYTES) > 0) return new Mutant(name, changes, bytes);
    var change = new ByteChange(random);
    changes.add(change.toString());
    return new Mutant(name, changes, change.apply(bytes));
  }

  static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  private static String text(JsonNode tree) {
    return tree.toString();
  }
}

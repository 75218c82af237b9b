package social.kring.protocol.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import social.kring.protocol.url.FediUrl;

/**
 * An immutable JSON object. Reading is lenient: a property of another type than asked for is
 * absent, since peers differ; whoever needs it says so.
 */
public final class Tree {
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private final ObjectNode node;

  private Tree(ObjectNode node) {
    this.node = node;
  }

  /** Takes ownership: the node must not be changed afterwards. */
  static Tree wrap(ObjectNode node) {
    return new Tree(node);
  }

  public static Tree of(Map<String, ?> properties) {
    var builder = builder();
    properties.forEach(builder::put);
    return builder.build();
  }

  public static TreeBuilder builder() {
    return new TreeBuilder(StrictJson.MAPPER.createObjectNode());
  }

  /** A builder that starts with everything in this tree. */
  public TreeBuilder toBuilder() {
    return new TreeBuilder(StrictJson.MAPPER.createObjectNode().setAll(node));
  }

  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** In the order of the document. */
  public Set<String> names() {
    var names = new LinkedHashSet<String>();
    node.fieldNames().forEachRemaining(names::add);
    return Collections.unmodifiableSet(names);
  }

  public Optional<String> string(String name) {
    return value(name).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  public Optional<Boolean> flag(String name) {
    return value(name).filter(JsonNode::isBoolean).map(JsonNode::booleanValue);
  }

  /** A number, cut to a long. */
  public Optional<Long> number(String name) {
    return value(name).filter(JsonNode::isNumber).map(Tree::longOf);
  }

  public Optional<Double> decimal(String name) {
    return value(name).filter(JsonNode::isNumber).map(JsonNode::doubleValue);
  }

  /** An xsd:dateTime; dates outside of the years 1 to 9999 are none. */
  public Optional<Instant> instant(String name) {
    return string(name).flatMap(Tree::instantOf);
  }

  public Optional<Tree> tree(String name) {
    return value(name).filter(JsonNode::isObject).map(Tree::asTree);
  }

  /** The address in a property, be it a string or an object with an {@code id}. */
  public Optional<FediUrl> id(String name) {
    return value(name).flatMap(Tree::idOf);
  }

  /**
   * The objects in a property; one alone is a list of one, and whatever else is there is left out.
   */
  public List<Tree> objects(String name) {
    return values(name).filter(JsonNode::isObject).map(Tree::asTree).toList();
  }

  /** The strings in a property; one alone is a list of one. */
  public List<String> strings(String name) {
    return values(name).filter(JsonNode::isTextual).map(JsonNode::textValue).toList();
  }

  /**
   * All values in a property, as {@link TreeBuilder#put} takes them: one alone is a list of one,
   * nulls and lists within the list are left out.
   */
  public List<Object> items(String name) {
    return values(name).<Object>mapMulti(Tree::item).toList();
  }

  /** Strings, numbers and booleans in a property, as text. */
  public List<String> scalars(String name) {
    return values(name)
        .filter(JsonNode::isValueNode)
        .filter(v -> !v.isNull())
        .map(JsonNode::asText)
        .toList();
  }

  /** The addresses in a property, from strings and from objects with an {@code id}. */
  public List<FediUrl> ids(String name) {
    return values(name).flatMap(value -> idOf(value).stream()).toList();
  }

  public boolean isList(String name) {
    return value(name).filter(JsonNode::isArray).isPresent();
  }

  /** This tree with a property set; see {@link TreeBuilder#put} for what it takes. */
  public Tree with(String name, Object value) {
    return toBuilder().put(name, value).build();
  }

  public Tree without(String name) {
    var copy = StrictJson.MAPPER.createObjectNode();
    copy.setAll(node);
    copy.remove(name);
    return new Tree(copy);
  }

  /** Maps, lists, strings, numbers and booleans, for libraries that know no tree of ours. */
  public Map<String, Object> toMap() {
    return StrictJson.MAPPER.convertValue(node, new TypeReference<Map<String, Object>>() {});
  }

  /** Compact JSON in UTF-8. */
  public byte[] toBytes() {
    try {
      return StrictJson.MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A tree is always writable", impossible);
    }
  }

  /** Compact JSON. */
  @Override
  public String toString() {
    return node.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tree that && node.equals(that.node);
  }

  @Override
  public int hashCode() {
    return node.hashCode();
  }

  JsonNode copyOfNode() {
    return node.deepCopy();
  }

  ObjectNode shared() {
    return node;
  }

  private Optional<JsonNode> value(String name) {
    return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
  }

  private Stream<JsonNode> values(String name) {
    return value(name)
        .map(
            value -> {
              if (!value.isArray()) return Stream.of(value);
              var items = new ArrayList<JsonNode>(value.size());
              value.forEach(items::add);
              return items.stream();
            })
        .orElseGet(Stream::empty);
  }

  private static void item(JsonNode value, Consumer<Object> items) {
    switch (value.getNodeType()) {
      case OBJECT -> items.accept(asTree(value));
      case STRING -> items.accept(value.textValue());
      case BOOLEAN -> items.accept(value.booleanValue());
      case NUMBER -> items.accept(value.decimalValue());
      default -> {
        // Nothing that a builder takes.
      }
    }
  }

  private static Tree asTree(JsonNode value) {
    return new Tree((ObjectNode) value);
  }

  private static Optional<FediUrl> idOf(JsonNode value) {
    var id = value.isObject() ? value.get("id") : value;
    return id != null && id.isTextual() ? FediUrl.tryParse(id.textValue()) : Optional.empty();
  }

  /** By way of a double, ids of ours would lose their last digits. */
  private static Long longOf(JsonNode number) {
    return number.isIntegralNumber() && number.canConvertToLong()
        ? number.longValue()
        : (long) number.doubleValue();
  }

  private static Optional<Instant> instantOf(String text) {
    try {
      var instant = OffsetDateTime.parse(text).toInstant();
      return instant.isBefore(EARLIEST) || instant.isAfter(LATEST)
          ? Optional.empty()
          : Optional.of(instant);
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }
}

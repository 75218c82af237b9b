package social.kring.protocol.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Something that happens to a document, at one place or two of it. */
final class TreeChange {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MOST_COPIES = 1_200;
  private static final int DEEPEST = 80;

  private static final List<String> NAMES =
      List.of(
          "@id",
          "@type",
          "@value",
          "@language",
          "@list",
          "@set",
          "@graph",
          "@included",
          "@reverse",
          "@nest",
          "@index",
          "@context",
          "@import",
          "",
          "as:object",
          "https://www.w3.org/ns/activitystreams#object",
          "id",
          "type",
          "object",
          "actor",
          "attributedTo",
          "to",
          "bto",
          "audience",
          "content",
          "contentMap",
          "nameMap",
          "tag",
          "attachment",
          "url",
          "href",
          "icon",
          "inReplyTo",
          "proof",
          "signature",
          "publicKey",
          "assertionMethod",
          "orderedItems",
          "first",
          "oneOf",
          "anyOf",
          "endTime",
          "updated",
          "\u0000",
          "\uE000",
          "\u202e");

  private static final List<String> TYPES =
      List.of(
          "Create",
          "Update",
          "Delete",
          "Undo",
          "Follow",
          "Accept",
          "Reject",
          "Like",
          "EmojiReact",
          "Dislike",
          "Announce",
          "Block",
          "Add",
          "Remove",
          "Move",
          "Flag",
          "Offer",
          "Join",
          "Leave",
          "Invite",
          "View",
          "Note",
          "Article",
          "Page",
          "Question",
          "Event",
          "Video",
          "Image",
          "Person",
          "Group",
          "Application",
          "Tombstone",
          "Collection",
          "OrderedCollectionPage",
          "Relationship",
          "ChatMessage",
          "as:Create",
          "https://www.w3.org/ns/activitystreams#Delete",
          "toot:Emoji");

  private static final List<String> CONTEXTS =
      List.of(
          "null",
          "[]",
          "{}",
          "\"https://nowhere.example/context\"",
          "\"https://www.w3.org/ns/activitystreams\"",
          "{\"object\":\"@graph\"}",
          "{\"also\":\"@included\"}",
          "{\"back\":{\"@reverse\":\"as:actor\"}}",
          "{\"object\":\"as:actor\",\"actor\":\"as:object\"}",
          "{\"kind\":\"@type\",\"key\":\"@id\"}",
          "{\"type\":null,\"id\":null}",
          "{\"@vocab\":\"https://x.example/\"}",
          "{\"a\":\"b:x\",\"b\":\"a:y\"}",
          "{\"content\":{\"@id\":\"as:content\",\"@container\":\"@graph\"}}",
          "{\"to\":{\"@id\":\"as:to\",\"@container\":[\"@list\",\"@set\"]}}",
          "[[[\"https://www.w3.org/ns/activitystreams\"]]]",
          "[{\"x\":\"https://x.example/#\"},7,null,true]",
          "{\"@import\":\"file:///etc/passwd\",\"@version\":1.1,\"@propagate\":false}");

  private enum Kind {
    DROP,
    COPY,
    REPLACE,
    TEXT,
    WRAP_IN_LIST,
    WRAP_IN_OBJECT,
    UNWRAP,
    SWAP,
    NEST,
    RENAME,
    GRAFT,
    MULTIPLY,
    ADD,
    RETYPE,
    CONTEXT,
    EXCHANGE
  }

  private final ObjectNode root;
  private final JsonNode donor;
  private final Random random;

  /**
   * @param donor of whose parts some get into the other
   */
  TreeChange(ObjectNode root, JsonNode donor, Random random) {
    this.root = root;
    this.donor = donor;
    this.random = random;
  }

  /** Says what it did. */
  String apply() {
    var spots = Spot.in(root);
    if (spots.isEmpty()) return "nothing";
    var spot = chosen(spots);
    var kind = Kind.values()[random.nextInt(Kind.values().length)];
    apply(kind, spot, spots);
    return kind.name().toLowerCase(Locale.ROOT) + " " + spot.path();
  }

  /** What lies in a context makes most of many documents, and seldom a difference. */
  private Spot chosen(List<Spot> spots) {
    var spot = one(spots);
    for (var i = 0; i < 3 && spot.path().contains("/@context/"); i++) spot = one(spots);
    return spot;
  }

  private void apply(Kind kind, Spot spot, List<Spot> spots) {
    switch (kind) {
      case DROP -> spot.remove();
      case COPY -> root.set(one(NAMES), spot.value().deepCopy());
      case REPLACE -> spot.set(Nasty.value(random));
      case TEXT -> spot.set(NODES.textNode(spoilt(spot.value().asText())));
      case WRAP_IN_LIST -> spot.set(NODES.arrayNode().add(spot.value()));
      case WRAP_IN_OBJECT -> spot.set(NODES.objectNode().set(one(NAMES), spot.value()));
      case UNWRAP -> spot.set(unwrapped(spot.value()));
      case SWAP -> swap(spot, one(spots));
      case NEST -> spot.set(nested(spot.value()));
      case RENAME -> rename(spot);
      case GRAFT -> spot.set(one(Spot.in(donor)).value().deepCopy());
      case MULTIPLY -> spot.set(multiplied(spot.value()));
      case ADD -> add(spot);
      case RETYPE -> root.set("type", types());
      case CONTEXT -> root.set("@context", context());
      case EXCHANGE -> spot.set(one(spots).value().deepCopy());
    }
  }

  private String spoilt(String text) {
    var nasty = Nasty.text(random);
    var at =
        text.isEmpty()
            ? 0
            : text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length())));
    return text.substring(0, at) + nasty + (random.nextBoolean() ? text.substring(at) : "");
  }

  private static JsonNode unwrapped(JsonNode value) {
    return value.isContainerNode() && !value.isEmpty() ? value.iterator().next() : value;
  }

  /** Only what is not part of the other may change places with it, or the tree would be none. */
  private static void swap(Spot one, Spot other) {
    if ((one.path() + "/").startsWith(other.path() + "/")) return;
    if ((other.path() + "/").startsWith(one.path() + "/")) return;
    var value = one.value();
    one.set(other.value());
    other.set(value);
  }

  private JsonNode nested(JsonNode value) {
    var name = one(NAMES);
    var nested = value;
    var inLists = random.nextBoolean();
    var depth = 1 + random.nextInt(DEEPEST);
    for (var i = 0; i < depth; i++) {
      nested = inLists ? NODES.arrayNode().add(nested) : NODES.objectNode().set(name, nested);
    }
    return nested;
  }

  private void rename(Spot spot) {
    if (!(spot instanceof Spot.Property property)) return;
    var value = property.value();
    property.remove();
    property.parent().set(one(NAMES), value);
  }

  private JsonNode multiplied(JsonNode value) {
    var copies = 2 + random.nextInt(MOST_COPIES);
    if (value.toString().length() > 400) copies = 2 + copies % 20;
    var all = NODES.arrayNode();
    for (var i = 0; i < copies; i++) all.add(value.deepCopy());
    return all;
  }

  private void add(Spot spot) {
    var value = Nasty.value(random);
    switch (spot.value()) {
      case ObjectNode object -> object.set(one(NAMES), value);
      case ArrayNode array -> array.add(value);
      default -> root.set(one(NAMES), value);
    }
  }

  private JsonNode types() {
    if (random.nextBoolean()) return NODES.textNode(one(TYPES));
    return NODES.arrayNode().add(one(TYPES)).add(Nasty.value(random)).add(one(TYPES));
  }

  private JsonNode context() {
    var written = Mutants.read(one(CONTEXTS));
    if (random.nextBoolean() || !root.has("@context")) return written;
    return NODES.arrayNode().add(root.get("@context")).add(written);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}

package social.kring.protocol.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import social.kring.protocol.Problem;
import social.kring.protocol.json.StrictJson;

/** Whatever has the shape of JSON is an object, or malformed: nothing else ever happens. */
class HostileShapesTest {
  private static final String[] NAMES = {
    "type",
    "id",
    "actor",
    "object",
    "target",
    "to",
    "cc",
    "bto",
    "content",
    "contentMap",
    "summary",
    "name",
    "nameMap",
    "tag",
    "attachment",
    "url",
    "href",
    "icon",
    "image",
    "first",
    "next",
    "items",
    "orderedItems",
    "totalItems",
    "endpoints",
    "sharedInbox",
    "inbox",
    "outbox",
    "followers",
    "publicKey",
    "assertionMethod",
    "owner",
    "controller",
    "publicKeyPem",
    "publicKeyMultibase",
    "preferredUsername",
    "webfinger",
    "alsoKnownAs",
    "movedTo",
    "oneOf",
    "anyOf",
    "replies",
    "votersCount",
    "endTime",
    "closed",
    "published",
    "updated",
    "attributedTo",
    "inReplyTo",
    "mediaType",
    "language",
    "identifier",
    "sensitive",
    "focalPoint",
    "width",
    "height",
    "blurhash",
    "relationship",
    "subject",
    "formerType",
    "deleted",
    "value",
    "@context",
    "discoverable"
  };
  private static final String[] SCALARS = {
    "null",
    "true",
    "false",
    "0",
    "-1",
    "1.5",
    "1e308",
    "-1e308",
    "1e-300",
    "9223372036854775808",
    "999999999999999999999999999999",
    "\"\"",
    "\" \"",
    "\"NaN\"",
    "\"Infinity\"",
    "\"0x1p3\"",
    "\"https://a.example/x\"",
    "\"https://b.example/y#z\"",
    "\"as:Public\"",
    "\"not an address\"",
    "\"2026-03-01T12:00:00Z\"",
    "\"+999999999-12-31T23:59:59+18:00\"",
    "\"-0001-01-01T00:00:00Z\"",
    "\"24:00\"",
    "\"\\ud83d\\ude00\"",
    "\":x:\"",
    "\"#x\"",
    "\"text/html\"",
    "\"a/b\"",
    "[]",
    "{}"
  };
  private static final String[] TYPES = {
    "Accept",
    "Add",
    "Announce",
    "Block",
    "Create",
    "Delete",
    "Dislike",
    "EmojiReact",
    "Flag",
    "Follow",
    "Invite",
    "Join",
    "Leave",
    "Like",
    "Move",
    "Offer",
    "Reject",
    "Remove",
    "Undo",
    "Update",
    "View",
    "Person",
    "Group",
    "Note",
    "Question",
    "Video",
    "Tombstone",
    "Relationship",
    "Collection",
    "OrderedCollectionPage",
    "Mention",
    "Hashtag",
    "Emoji",
    "Image",
    "PropertyValue",
    "Multikey",
    "Link"
  };

  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void any_object_is_read_or_malformed(@ForAll("objects") String json) {
    var tree = StrictJson.parse(json);
    try {
      var object = ApObject.parse(tree);
      assertThat(object.tree()).isEqualTo(tree);
      if (object instanceof Post post) assertWithinBounds(post);
    } catch (Problem problem) {
      assertThat(problem.kind()).isEqualTo(Problem.Kind.MALFORMED);
      assertThat(problem.getMessage()).isNotBlank();
    }
  }

  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void any_activity_is_read_or_malformed(@ForAll("objects") String json) {
    var tree = StrictJson.parse(json);
    try {
      var activity = Activity.parse(tree);
      assertThat(activity.tree()).isEqualTo(tree);
      assertThat(activity.actor()).isNotNull();
    } catch (Problem problem) {
      assertThat(problem.kind()).isEqualTo(Problem.Kind.MALFORMED);
    }
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void any_actor_and_any_post_are_read_or_malformed(@ForAll("objects") String json) {
    var tree = StrictJson.parse(json);
    readOrMalformed(() -> Actor.from(tree));
    readOrMalformed(() -> Post.from(tree));
    readOrMalformed(() -> ApCollection.from(tree));
  }

  private static void readOrMalformed(Runnable reading) {
    try {
      reading.run();
    } catch (Problem problem) {
      assertThat(problem.kind()).isEqualTo(Problem.Kind.MALFORMED);
    }
  }

  private static void assertWithinBounds(Post post) {
    for (var attachment : post.attachments()) {
      attachment
          .focus()
          .ifPresent(
              focus -> {
                assertThat(focus.x()).isBetween(-1.0, 1.0);
                assertThat(focus.y()).isBetween(-1.0, 1.0);
              });
      assertThat(attachment.size().width()).isBetween(0L, 100_000L);
    }
    post.poll().ifPresent(poll -> assertThat(poll.options()).allMatch(o -> o.votes() >= 0));
  }

  @Provide
  Arbitrary<String> objects() {
    return object(values(4));
  }

  private static Arbitrary<String> values(int depth) {
    var scalars = Arbitraries.of(SCALARS);
    if (depth == 0) return scalars;
    var deeper = Arbitraries.lazy(() -> values(depth - 1));
    return Arbitraries.frequencyOf(
        Tuple.of(3, scalars),
        Tuple.of(1, deeper.list().ofMaxSize(3).map(items -> "[" + String.join(",", items) + "]")),
        Tuple.of(2, Arbitraries.lazy(() -> object(deeper))));
  }

  /** Most have a type, an id and an author, or no more than the first line would ever be read. */
  private static Arbitrary<String> object(Arbitrary<String> values) {
    var rest = Arbitraries.maps(Arbitraries.of(NAMES), values).ofMaxSize(6);
    var base = Arbitraries.of("id", "actor", "attributedTo", "inbox", "object", "target").set();
    return Combinators.combine(Arbitraries.of(TYPES), base, rest)
        .as(
            (type, given, properties) -> {
              var all = new TreeMap<String, String>();
              all.put("type", '"' + type + '"');
              all.put("preferredUsername", "\"bob\"");
              given.forEach(name -> all.put(name, "\"https://a.example/" + name + '"'));
              all.putAll(properties);
              return all.entrySet().stream()
                  .map(property -> '"' + property.getKey() + "\":" + property.getValue())
                  .collect(Collectors.joining(",", "{", "}"));
            });
  }
}

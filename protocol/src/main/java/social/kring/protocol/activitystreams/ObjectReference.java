package social.kring.protocol.activitystreams;

import java.util.Optional;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** An object as an activity names it: by its address, or whole. */
public sealed interface ObjectReference {

  Optional<FediUrl> id();

  /** Only its address. */
  record ById(FediUrl url) implements ObjectReference {
    @Override
    public Optional<FediUrl> id() {
      return Optional.of(url);
    }
  }

  /** The object itself, as far as whoever sent it may be believed. */
  record Embedded(ApObject object) implements ObjectReference {
    @Override
    public Optional<FediUrl> id() {
      return object.id();
    }
  }

  /**
   * @throws Problem MALFORMED where it has no address
   */
  default FediUrl requiredId() {
    return id().orElseThrow(() -> Problem.malformed("object has no id"));
  }

  default Optional<ApObject> embedded() {
    return this instanceof Embedded(var object) ? Optional.of(object) : Optional.empty();
  }

  /** The first object in a property, or the first address where there is none. */
  static Optional<ObjectReference> in(Tree tree, String name) {
    var objects = tree.objects(name);
    return objects.isEmpty()
        ? tree.ids(name).stream().findFirst().map(ById::new)
        : of(objects.getFirst());
  }

  /** An object of no type, or without what its type needs, is no more than its address. */
  static Optional<ObjectReference> of(Tree object) {
    Optional<ObjectReference> address = object.id("id").map(ById::new);
    if (object.strings("type").isEmpty()) return address;
    try {
      return Optional.of(new Embedded(ApObject.parse(object)));
    } catch (Problem incomplete) {
      if (address.isPresent()) return address;
      throw incomplete;
    }
  }
}

package social.kring.protocol.activitystreams;

import java.util.Optional;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** Anything of the vocabulary, typed as far as Kring knows the type. */
public sealed interface ApObject
    permits Activity, Actor, Post, ApCollection, Tombstone, Relationship, UnknownObject {

  /** The whole document, in our context's terms. */
  Tree tree();

  /** Its address; what has none cannot be referred to. */
  default Optional<FediUrl> id() {
    return tree().id("id");
  }

  /**
   * The view that fits a document's type.
   *
   * @param tree compacted onto our context
   * @throws Problem MALFORMED naming the property, its value and what was expected
   */
  static ApObject parse(Tree tree) {
    var type = Types.of(tree);
    if (ActivityType.named(type).isPresent()) return Activity.parse(tree);
    if (Actor.TYPES.contains(type)) return Actor.from(tree);
    if (PostType.named(type).isPresent()) return Post.from(tree);
    return switch (type) {
      case "Tombstone" -> Tombstone.from(tree);
      case "Relationship" -> Relationship.from(tree);
      case "Collection", "OrderedCollection", "CollectionPage", "OrderedCollectionPage" ->
          ApCollection.from(tree);
      default -> new UnknownObject(type, tree);
    };
  }
}

package social.kring.protocol.activitystreams;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.ObjectReference.ById;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * A collection or a page of one. Vocabulary §2.4.
 *
 * @param items addresses and embedded objects, in order; at most {@value #MOST} count
 * @param first the first page, where it stands elsewhere
 */
public record ApCollection(
    List<ObjectReference> items,
    Optional<Long> totalItems,
    Optional<FediUrl> first,
    Optional<FediUrl> next,
    Tree tree)
    implements ApObject {
  private static final int MOST = 1_000;

  public ApCollection {
    items = List.copyOf(items);
  }

  static ApCollection from(Tree tree) {
    var page = tree.tree("first");
    // Once a level: pages nest, and twice a level is a million times at the bottom.
    var items = page.map(ApCollection::items).orElseGet(List::of);
    var embedded = page.filter(first -> !items.isEmpty() || leadsOn(first));
    return new ApCollection(
        embedded.isPresent() ? items : items(tree),
        tree.number("totalItems").filter(total -> total >= 0),
        embedded.isPresent() ? Optional.empty() : tree.id("first"),
        embedded.flatMap(first -> first.id("next")).or(() -> tree.id("next")),
        tree);
  }

  /** Mastodon embeds an empty first page that has no address and names the next. */
  private static boolean leadsOn(Tree page) {
    return page.has("next") && !page.has("id");
  }

  private static List<ObjectReference> items(Tree tree) {
    return Stream.of("orderedItems", "items")
        .flatMap(name -> tree.items(name).stream().limit(MOST))
        .flatMap(ApCollection::item)
        .limit(MOST)
        .toList();
  }

  private static Stream<ObjectReference> item(Object item) {
    return switch (item) {
      case Tree object -> item(object);
      case String address -> FediUrl.tryParse(address).<ObjectReference>map(ById::new).stream();
      default -> Stream.empty();
    };
  }

  /** One broken item does not spoil the rest. */
  private static Stream<ObjectReference> item(Tree tree) {
    try {
      return ObjectReference.of(tree).stream();
    } catch (Problem broken) {
      return Stream.empty();
    }
  }
}

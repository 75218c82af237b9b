package social.kring.protocol.activitystreams;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * Where an actor's things are, and what it calls itself elsewhere.
 *
 * @param alsoKnownAs at most 256: addresses and DIDs
 */
public record ActorLinks(
    FediUrl inbox,
    Optional<FediUrl> sharedInbox,
    Collections collections,
    Optional<FediUrl> page,
    List<String> alsoKnownAs,
    Optional<FediUrl> movedTo) {
  private static final int MOST_ALIASES = 256;
  private static final int LONGEST = 2_048;

  public ActorLinks {
    alsoKnownAs = List.copyOf(alsoKnownAs);
  }

  /** What the actor publishes as lists. */
  public record Collections(
      Optional<FediUrl> outbox,
      Optional<FediUrl> followers,
      Optional<FediUrl> following,
      Optional<FediUrl> featured) {}

  static ActorLinks from(Tree tree) {
    return new ActorLinks(
        tree.id("inbox").orElseThrow(() -> Problem.malformed("inbox is not an address")),
        tree.tree("endpoints")
            .flatMap(endpoints -> endpoints.id("sharedInbox"))
            .or(() -> tree.id("sharedInbox")),
        new Collections(
            tree.id("outbox"), tree.id("followers"), tree.id("following"), tree.id("featured")),
        Links.address(tree, "url"),
        aliases(tree),
        tree.id("movedTo"));
  }

  private static List<String> aliases(Tree tree) {
    var strings = tree.strings("alsoKnownAs").stream();
    var objects = tree.objects("alsoKnownAs").stream().flatMap(o -> o.string("id").stream());
    return Stream.concat(strings, objects)
        .filter(alias -> alias.length() <= LONGEST)
        .limit(MOST_ALIASES)
        .toList();
  }
}

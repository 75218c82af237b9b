package social.kring.protocol.activitystreams;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * A person, organization, group, service or application. ActivityPub §4.1.
 *
 * @param preferredUsername the local part of its handle
 * @param webfinger the handle as the actor itself says it (FEP-2c59), without its at sign
 * @param keys all keys of the document that name this actor as their owner
 */
public record Actor(
    String type,
    FediUrl uri,
    String preferredUsername,
    Optional<String> webfinger,
    ActorLinks links,
    ActorProfile profile,
    List<ActorKey> keys,
    ActorChoices choices,
    Tree tree)
    implements ApObject {
  public static final Set<String> TYPES =
      Set.of("Person", "Organization", "Group", "Service", "Application");

  private static final int LONGEST_NAME = 500;

  public Actor {
    keys = List.copyOf(keys);
  }

  /**
   * @throws Problem MALFORMED where it has no id, no name or no inbox
   */
  public static Actor from(Tree tree) {
    var uri = tree.id("id").orElseThrow(() -> Problem.malformed("id is not an address"));
    return new Actor(
        Types.of(tree),
        uri,
        name(tree, uri),
        tree.string("webfinger")
            .map(Actor::withoutScheme)
            .filter(handle -> handle.length() <= LONGEST_NAME),
        ActorLinks.from(tree),
        ActorProfile.from(tree),
        ActorKey.of(tree, uri),
        ActorChoices.from(tree),
        tree);
  }

  /** Akkoma and Pleroma write an acct: address there. */
  private static String withoutScheme(String handle) {
    var bare = handle.startsWith("acct:") ? handle.substring("acct:".length()) : handle;
    return bare.startsWith("@") ? bare.substring(1) : bare;
  }

  /** Lemmy's instance actor has no name; others name theirs after the host. */
  private static String name(Tree tree, FediUrl uri) {
    return tree.string("preferredUsername")
        .filter(name -> !name.isBlank() && name.length() <= LONGEST_NAME)
        .or(() -> Optional.of(uri.host()).filter(host -> Types.of(tree).equals("Application")))
        .orElseThrow(() -> Problem.malformed("preferredUsername is missing or too long"));
  }
}

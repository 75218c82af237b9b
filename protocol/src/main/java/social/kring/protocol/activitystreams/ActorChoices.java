package social.kring.protocol.activitystreams;

import social.kring.protocol.json.Tree;

/** What an actor asks of others, as Mastodon reads it. */
public record ActorChoices(
    boolean manuallyApprovesFollowers,
    boolean discoverable,
    boolean indexable,
    boolean memorial,
    boolean suspended) {

  static ActorChoices from(Tree tree) {
    return new ActorChoices(
        flag(tree, "manuallyApprovesFollowers"),
        flag(tree, "discoverable"),
        flag(tree, "indexable"),
        flag(tree, "memorial"),
        flag(tree, "suspended"));
  }

  private static boolean flag(Tree tree, String name) {
    return tree.flag(name).orElse(false);
  }
}

package social.kring.protocol.activitystreams;

import java.util.Optional;
import social.kring.protocol.json.Tree;

/** The emoji that a reaction carries. */
final class Reactions {
  private static final int LONGEST = 64;

  private Reactions() {}

  /** Misskey writes it beside the content too, and once wrote it there only. */
  static Optional<String> emoji(Tree tree) {
    return tree.string("content")
        .or(() -> tree.string("_misskey_reaction"))
        .filter(emoji -> !emoji.isBlank())
        .map(emoji -> Texts.cut(emoji, LONGEST));
  }
}

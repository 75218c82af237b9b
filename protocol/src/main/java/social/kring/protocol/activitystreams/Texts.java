package social.kring.protocol.activitystreams;

import java.util.Optional;
import social.kring.protocol.json.Tree;

/** Texts from outside, cut to what is kept. */
final class Texts {
  private Texts() {}

  /** A natural-language value; some write it only in the map of its languages (Vocabulary §4.7). */
  static Optional<String> in(Tree tree, String name, int longest) {
    return tree.string(name)
        .or(
            () ->
                tree.tree(name + "Map")
                    .flatMap(map -> map.names().stream().findFirst().flatMap(map::string)))
        .map(text -> cut(text, longest));
  }

  /** At most so many characters, never half of one. */
  static String cut(String text, int longest) {
    if (text.length() <= longest) return text;
    var end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}

package social.kring.protocol.activitystreams;

import java.util.List;
import social.kring.protocol.json.Tree;

/** Which of a document's types counts. */
final class Types {
  private Types() {}

  /** The first that Kring knows, else the first; empty where there is none. */
  static String of(Tree tree) {
    var types = tree.strings("type");
    return types.stream().filter(Types::isKnown).findFirst().orElse(first(types));
  }

  private static String first(List<String> types) {
    return types.isEmpty() ? "" : types.getFirst();
  }

  private static boolean isKnown(String type) {
    return ActivityType.named(type).isPresent()
        || PostType.named(type).isPresent()
        || Actor.TYPES.contains(type);
  }
}

package social.kring.protocol.integrity;

import java.util.ArrayList;
import java.util.List;
import social.kring.protocol.json.Tree;

/** Everything that could be changed in a document, one thing at a time. */
final class Changes {
  private Changes() {}

  /** Each text changed, each property left out, at every depth. */
  static List<Tree> of(Tree document) {
    var changes = new ArrayList<Tree>();
    for (var name : document.names()) {
      changes.add(document.without(name));
      changes.add(document.with(name + "x", "added"));
      ofItems(document.items(name))
          .forEach(items -> changes.add(document.with(name, single(document, name, items))));
    }
    return changes;
  }

  private static Object single(Tree document, String name, List<Object> items) {
    return document.isList(name) ? items : items.getFirst();
  }

  private static List<List<Object>> ofItems(List<Object> items) {
    var changes = new ArrayList<List<Object>>();
    for (var i = 0; i < items.size(); i++) {
      for (var changed : ofItem(items.get(i))) {
        var copy = new ArrayList<>(items);
        copy.set(i, changed);
        changes.add(copy);
      }
    }
    return changes;
  }

  private static List<?> ofItem(Object item) {
    return switch (item) {
      case Tree tree -> of(tree);
      case String text -> List.of(text + "x", flipped(text));
      case Boolean flag -> List.of(!flag);
      case java.math.BigDecimal number -> List.of(number.add(java.math.BigDecimal.ONE));
      default -> throw new AssertionError(item);
    };
  }

  private static String flipped(String text) {
    if (text.isEmpty()) return " ";
    return (char) (text.charAt(0) ^ 1) + text.substring(1);
  }
}

package social.kring.platform.backup;

import java.util.List;
import social.kring.protocol.json.Tree;

/**
 * A table whose rows are kept; names are quoted as SQL needs them.
 *
 * @param columns those that are stored, not computed
 */
record TableShape(String name, List<String> columns, List<Partition> partitions) {

  /**
   * A part of a partitioned table.
   *
   * @param bound which rows it takes: {@code FOR VALUES …}
   */
  record Partition(String name, String bound) {
    private Tree document() {
      return Tree.builder().put("name", name).put("bound", bound).build();
    }

    private static Partition from(Tree document) {
      return new Partition(
          document.string("name").orElseThrow(), document.string("bound").orElseThrow());
    }
  }

  TableShape {
    columns = List.copyOf(columns);
    partitions = List.copyOf(partitions);
  }

  String columnList() {
    return String.join(", ", columns);
  }

  Tree document() {
    return Tree.builder()
        .put("name", name)
        .put("columns", columns)
        .put("partitions", partitions.stream().map(Partition::document).toList())
        .build();
  }

  static TableShape from(Tree document) {
    return new TableShape(
        document.string("name").orElseThrow(),
        document.strings("columns"),
        document.objects("partitions").stream().map(Partition::from).toList());
  }
}

package social.kring.community.posts;

import java.util.List;
import java.util.Locale;
import social.kring.platform.storage.Queries;

/** Reads which hashtags there are. */
public final class TagReader {
  private final TagTable table;

  TagReader(TagTable table) {
    this.table = table;
  }

  /** Names that begin so, without the number sign, in their order. */
  public List<String> beginning(Queries queries, String prefix, int limit) {
    return table.beginning(queries, prefix.toLowerCase(Locale.ROOT), limit);
  }
}

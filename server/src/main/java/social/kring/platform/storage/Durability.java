package social.kring.platform.storage;

import java.util.List;
import social.kring.protocol.Problem;

/** What PostgreSQL must promise before anything is acknowledged to anybody. */
public final class Durability {
  private static final List<String> NEEDED =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private Durability() {}

  /**
   * @throws Problem INTERNAL naming the setting that would lose acknowledged writes in a crash
   */
  public static void check(Queries database) {
    for (var setting : NEEDED) {
      var value = database.one("SHOW " + setting, row -> row.getString(0)).orElseThrow();
      if (value.equals("off")) {
        throw new Problem(
            Problem.Kind.INTERNAL,
            "PostgreSQL runs with "
                + setting
                + " = off, which loses data in a crash; set it to on");
      }
    }
  }
}

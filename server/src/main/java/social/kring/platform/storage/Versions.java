package social.kring.platform.storage;

/**
 * Which version of everything that is stored can be seen now. As long as it is the same, so is what
 * any query finds, whoever writes, in whichever process: PostgreSQL tells by it which transactions
 * count (its documentation, "Snapshot Information"), and none that is over becomes undone.
 */
public final class Versions {
  private static final int MOST_WAITING = 10_000;
  private static final int MOST_AT_ONCE = 1_000;

  private final Together<Object, String> together;

  public Versions(Queries queries) {
    this.together =
        new Together<>(
            MOST_WAITING,
            MOST_AT_ONCE,
            all -> {
              var now = now(queries);
              return all.stream().map(each -> now).toList();
            });
  }

  /** As it is after this was called; one query for all who ask at the same moment. */
  public String now() {
    return together.get(this);
  }

  private static String now(Queries queries) {
    return queries
        .one("SELECT pg_current_snapshot()::text AS version", row -> row.getString("version"))
        .orElseThrow();
  }
}

package social.kring.community.relationships;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Database;
import social.kring.protocol.json.Tree;

/** Clears away mutes that have expired and undone follows that nobody will hear of again. */
final class Sweep implements JobHandler {
  private static final Duration UNDONE_KEPT = Duration.ofDays(90);
  private static final int BATCH = 1_000;

  private final Tables tables;
  private final Database database;
  private final Clock clock;

  Sweep(Tables tables, Database database, Clock clock) {
    this.tables = tables;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "relationships.sweep";
  }

  @Override
  public Optional<Duration> every() {
    return Optional.of(Duration.ofHours(1));
  }

  @Override
  public void run(Tree details) {
    var now = clock.instant();
    while (database.transaction(tx -> tables.mutes().deleteExpired(tx, now, BATCH)) == BATCH) {
      // Another batch is left.
    }
    var old = now.minus(UNDONE_KEPT);
    while (database.transaction(tx -> tables.undone().deleteBefore(tx, old, BATCH)) == BATCH) {
      // Another batch is left.
    }
  }
}

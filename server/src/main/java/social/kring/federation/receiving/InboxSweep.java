package social.kring.federation.receiving;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Database;
import social.kring.protocol.json.Tree;

/** Clears away what was handled: bodies after a week, all else once nobody sends it again. */
final class InboxSweep implements JobHandler {
  private static final Duration BODIES_KEPT = Duration.ofDays(7);
  private static final Duration IDS_KEPT = Duration.ofDays(90);
  private static final int BATCH = 1_000;

  private final InboxTable table;
  private final Database database;
  private final Clock clock;

  InboxSweep(InboxTable table, Database database, Clock clock) {
    this.table = table;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "receiving.sweep";
  }

  @Override
  public Optional<Duration> every() {
    return Optional.of(Duration.ofHours(1));
  }

  @Override
  public void run(Tree details) {
    var now = clock.instant();
    var bodies = now.minus(BODIES_KEPT);
    while (database.transaction(tx -> table.deleteBodies(tx, bodies, BATCH)) == BATCH) {
      // Another batch is left.
    }
    var ids = now.minus(IDS_KEPT);
    while (database.transaction(tx -> table.delete(tx, ids, BATCH)) == BATCH) {
      // Another batch is left.
    }
  }
}

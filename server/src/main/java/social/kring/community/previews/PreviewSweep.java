package social.kring.community.previews;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Database;
import social.kring.protocol.json.Tree;

/** Forgets what no post links to any longer. */
final class PreviewSweep implements JobHandler {
  private static final Duration KEPT = Duration.ofDays(14);
  private static final int BATCH = 1_000;

  private final PreviewTable table;
  private final Database database;
  private final Clock clock;

  PreviewSweep(PreviewTable table, Database database, Clock clock) {
    this.table = table;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "previews.sweep";
  }

  @Override
  public Optional<Duration> every() {
    return Optional.of(Duration.ofHours(6));
  }

  @Override
  public void run(Tree details) {
    var before = clock.instant().minus(KEPT);
    while (database.transaction(tx -> table.sweep(tx, before, BATCH)) == BATCH) {
      // Each batch is a transaction of its own.
    }
  }
}

package social.kring.community.posts;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Database;
import social.kring.protocol.json.Tree;

/** Forgets keys and tombstones that are too old to be asked for. */
final class PostSweep implements JobHandler {
  private static final Duration KEYS = Duration.ofDays(1);
  private static final Duration TOMBSTONES = Duration.ofDays(90);
  private static final int BATCH = 1_000;

  private final Tables tables;
  private final Database database;
  private final Clock clock;

  PostSweep(Tables tables, Database database, Clock clock) {
    this.tables = tables;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "posts.sweep";
  }

  @Override
  public Optional<Duration> every() {
    return Optional.of(Duration.ofHours(1));
  }

  @Override
  public void run(Tree details) {
    var now = clock.instant();
    while (database.transaction(tx -> tables.idempotency().deleteBefore(tx, now.minus(KEYS), BATCH))
        == BATCH) {
      // Each batch is a transaction of its own.
    }
    while (database.transaction(
            tx -> tables.tombstones().deleteBefore(tx, now.minus(TOMBSTONES), BATCH))
        == BATCH) {
      // Each batch is a transaction of its own.
    }
    while (database.transaction(tx -> ThreadBudget.deleteOld(tx, now, BATCH)) == BATCH) {
      // Each batch is a transaction of its own.
    }
  }
}

package social.kring.community.timelines;

import java.time.Duration;
import java.util.Optional;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Database;
import social.kring.protocol.json.Tree;

/** Keeps every home to a length that somebody might read. */
final class HomeTrim implements JobHandler {
  private static final int KEPT = 800;

  private final HomeTable table;
  private final Database database;

  HomeTrim(HomeTable table, Database database) {
    this.table = table;
    this.database = database;
  }

  @Override
  public String kind() {
    return "timelines.trim";
  }

  @Override
  public Optional<Duration> every() {
    return Optional.of(Duration.ofHours(1));
  }

  @Override
  public void run(Tree details) {
    var owner = table.ownerAfter(database, 0);
    while (owner.isPresent()) {
      table.trim(database, owner.get(), KEPT);
      table.deleteOfGone(database, owner.get());
      owner = table.ownerAfter(database, owner.get());
    }
  }
}

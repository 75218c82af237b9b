package social.kring.community.lists;

import java.time.Duration;
import java.util.Optional;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Database;
import social.kring.protocol.json.Tree;

/** Keeps every list to a length that somebody might read. */
final class ListTrim implements JobHandler {
  static final int KEPT = 800;

  private final EntryTable table;
  private final Database database;

  ListTrim(EntryTable table, Database database) {
    this.table = table;
    this.database = database;
  }

  @Override
  public String kind() {
    return "lists.trim";
  }

  @Override
  public Optional<Duration> every() {
    return Optional.of(Duration.ofHours(1));
  }

  @Override
  public void run(Tree details) {
    var list = table.listAfter(database, 0);
    while (list.isPresent()) {
      table.trim(database, list.get(), KEPT);
      list = table.listAfter(database, list.get());
    }
  }
}

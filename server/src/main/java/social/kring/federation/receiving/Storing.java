package social.kring.federation.receiving;

import io.vertx.pgclient.PgException;
import java.util.Collections;
import java.util.List;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Together;
import social.kring.protocol.Problem;

/**
 * Stores activities, those that come at the same time in one commit: a commit waits for the disk,
 * however much is in it. Nobody is answered before that.
 */
final class Storing {
  private static final int MOST_WAITING = 1_000;
  private static final int MOST_AT_ONCE = 128;

  private final InboxTable table;
  private final Database database;
  private final Runnable stored;
  private final Together<InboxEntry, Boolean> together =
      new Together<>(MOST_WAITING, MOST_AT_ONCE, this::write);

  /**
   * @param stored called after each commit
   */
  Storing(InboxTable table, Database database, Runnable stored) {
    this.table = table;
    this.database = database;
    this.stored = stored;
  }

  /**
   * Returns once the entry is durable.
   *
   * @throws Problem UNAVAILABLE where it cannot be
   */
  void store(InboxEntry entry) {
    if (!together.get(entry)) throw new IllegalStateException("PostgreSQL does not take this");
  }

  /** One statement is a transaction. What PostgreSQL does not take keeps nothing else out. */
  private List<Boolean> write(List<InboxEntry> entries) {
    var written = writeAll(entries);
    if (!written && entries.size() > 1) {
      return entries.stream().map(entry -> writeAll(List.of(entry))).toList();
    }
    return Collections.nCopies(entries.size(), written);
  }

  private boolean writeAll(List<InboxEntry> entries) {
    try {
      table.insert(database, entries);
    } catch (PgException refused) {
      return false;
    }
    stored.run();
    return true;
  }
}

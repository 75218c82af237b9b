package social.kring.community.notifications;

import java.util.List;
import java.util.Optional;
import social.kring.community.Capability;
import social.kring.community.PageRequest;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Queries;

/** What people are told of, newest first. */
public final class Notifications {
  /** More than anybody counts. */
  private static final int MOST_COUNTED = 1_000;

  private static final int BATCH = 1_000;

  private final NotificationTable table = new NotificationTable();
  private final Database database;
  private final Capability capability;

  public Notifications(Database database) {
    this.database = database;
    this.capability = Capability.named("notifications").consuming(new Teller(table));
  }

  public Capability capability() {
    return capability;
  }

  public List<NotificationRow> page(
      Queries queries, long owner, NotificationFilter filter, PageRequest page) {
    return table.page(queries, owner, filter, page);
  }

  public Optional<NotificationRow> find(Queries queries, long owner, long id) {
    var only = new PageRequest(id == Long.MAX_VALUE ? id : id + 1, id - 1, false, 1);
    return table.page(queries, owner, NotificationFilter.ALL, only).stream().findFirst();
  }

  /**
   * How many are newer than the one that was read last.
   *
   * @param lastRead its id; 0: none was
   * @param most counted, at most 1,000
   */
  public long unread(
      Queries queries, long owner, NotificationFilter filter, long lastRead, int most) {
    var page = new PageRequest(Long.MAX_VALUE, lastRead, false, Math.min(most, MOST_COUNTED));
    return table.count(queries, owner, filter, page);
  }

  /**
   * @return whether there was one
   */
  public boolean dismiss(long owner, long id) {
    return table.delete(database, owner, id);
  }

  /** Dismisses all of an owner's, some at a time. */
  public void clear(long owner) {
    while (table.deleteSome(database, owner, BATCH) == BATCH) {
      // Each batch is a statement of its own.
    }
  }
}

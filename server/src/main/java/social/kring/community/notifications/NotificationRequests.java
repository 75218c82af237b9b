package social.kring.community.notifications;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import social.kring.community.PageRequest;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Queries;

/** What policies hold back, by actor, until its owner lets them through or sends them off. */
public final class NotificationRequests {
  private static final int BATCH = 1_000;

  private final RequestTable table = new RequestTable();
  private final Database database;
  private final Clock clock;

  NotificationRequests(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public List<NotificationRequest> page(Queries queries, long owner, PageRequest page) {
    return table.page(queries, owner, page);
  }

  public Optional<NotificationRequest> find(Queries queries, long owner, long id) {
    return table.find(queries, owner, id);
  }

  public NotificationRequest.Summary summary(Queries queries, long owner) {
    return table.summary(queries, owner);
  }

  /** Lets their actors through from now on, and shows what they did. Unknown ids are none. */
  public void accept(long owner, List<Long> ids) {
    for (var actor : table.actors(database, owner, ids)) {
      table.permit(database, owner, actor, clock.instant());
      while (table.release(database, owner, actor, BATCH) == BATCH) {
        // Each batch is a statement of its own.
      }
      end(owner, actor);
    }
  }

  /** Takes away what they did so far; what they do next waits again. Unknown ids are none. */
  public void dismiss(long owner, List<Long> ids) {
    for (var actor : table.actors(database, owner, ids)) {
      while (table.drop(database, owner, actor, BATCH) == BATCH) {
        // Each batch is a statement of its own.
      }
      end(owner, actor);
    }
  }

  /** What was held back meanwhile keeps its request: without one, nobody would ever find it. */
  private void end(long owner, long actor) {
    database.transaction(
        tx -> {
          table.lock(tx, owner, actor);
          table.deleteEmpty(tx, owner, actor);
          return null;
        });
  }
}

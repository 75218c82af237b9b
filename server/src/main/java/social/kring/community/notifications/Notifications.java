package social.kring.community.notifications;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import social.kring.community.Capability;
import social.kring.community.PageRequest;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Queries;

/** What people are told of, newest first. */
public final class Notifications {
  /** Names the consumer that tells people. */
  public static final String TELLER = "notifications";

  /** More than anybody counts. */
  private static final int MOST_COUNTED = 1_000;

  private static final int BATCH = 1_000;

  private final NotificationTable table = new NotificationTable();
  private final Database database;
  private final Capability capability;
  private final Set<String> kinds;
  private final NotificationGroups groups;
  private final NotificationPolicies policies;
  private final NotificationRequests requests;

  public Notifications(Database database, Clock clock) {
    this.database = database;
    this.groups = new NotificationGroups(table, database);
    this.policies = new NotificationPolicies();
    this.requests = new NotificationRequests(database, clock);
    var teller = new Teller(table);
    this.kinds = teller.kinds();
    this.capability =
        Capability.named("notifications")
            .consuming(teller, new Forgetting(table, new RequestTable(), policies));
  }

  /** Kinds of events that somebody may be told of. */
  public Set<String> kinds() {
    return kinds;
  }

  public Capability capability() {
    return capability;
  }

  /** The same, like things together. */
  public NotificationGroups groups() {
    return groups;
  }

  /** Whom their owners let through. */
  public NotificationPolicies policies() {
    return policies;
  }

  /** What is held back. */
  public NotificationRequests requests() {
    return requests;
  }

  public List<NotificationRow> page(
      Queries queries, long owner, NotificationFilter filter, PageRequest page) {
    return table.page(queries, owner, filter, page);
  }

  /**
   * What these events are to which of these owners, as far as they may see it now: for those who
   * watch. Known once the consumer {@link #TELLER} has taken the events.
   */
  public List<Told> among(Queries queries, Collection<Long> owners, Collection<Long> events) {
    return table.among(queries, owners, events);
  }

  public Optional<NotificationRow> find(Queries queries, long owner, long id) {
    return table.find(queries, owner, id);
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

package social.kring.community.notifications;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import social.kring.community.PageRequest;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Queries;

/** What people are told of, like things together; the group whose newest is newest comes first. */
public final class NotificationGroups {
  /** All that can be shown together. */
  public static final Set<NotificationType> USUAL =
      Set.copyOf(
          EnumSet.of(
              NotificationType.FAVOURITE,
              NotificationType.REBLOG,
              NotificationType.FOLLOW,
              NotificationType.ADMIN_SIGN_UP));

  private static final String ALONE = "ungrouped-";
  private static final int BATCH = 1_000;

  private final GroupTable table = new GroupTable();
  private final NotificationTable single;
  private final Database database;

  NotificationGroups(NotificationTable single, Database database) {
    this.single = single;
    this.database = database;
  }

  /** Two queries, whatever there is. */
  public List<NotificationGroup> page(
      Queries queries,
      long owner,
      NotificationFilter filter,
      Set<NotificationType> grouped,
      PageRequest page) {
    var heads = table.heads(queries, owner, filter, grouped, page);
    if (heads.isEmpty()) return List.of();
    var oldest = heads.stream().mapToLong(head -> head.row().id()).min().orElseThrow();
    var keys = heads.stream().map(GroupTable.Head::key).filter(key -> !isAlone(key)).toList();
    var groups = table.groups(queries, owner, filter, keys, oldest);
    var alone =
        heads.stream()
            .filter(head -> isAlone(head.key()))
            .map(head -> NotificationGroup.alone(head.key(), head.row()));
    return Stream.concat(groups.stream(), alone)
        .sorted(Comparator.comparing((NotificationGroup g) -> g.newest().id()).reversed())
        .toList();
  }

  public Optional<NotificationGroup> find(Queries queries, long owner, String key) {
    var all = NotificationFilter.ALL;
    return isAlone(key)
        ? single(queries, owner, key).map(row -> NotificationGroup.alone(key, row))
        : table.groups(queries, owner, all, List.of(key), 0).stream().findFirst();
  }

  /** The notifications of a group. */
  public List<NotificationRow> members(Queries queries, long owner, String key, PageRequest page) {
    return isAlone(key)
        ? single(queries, owner, key).stream().toList()
        : table.members(queries, owner, key, page);
  }

  /**
   * How many groups have something newer than what was read last, among the newest notifications.
   *
   * @param lastRead its id; 0: none was
   */
  public long unread(
      Queries queries,
      long owner,
      NotificationFilter filter,
      Set<NotificationType> grouped,
      long lastRead) {
    var page = new PageRequest(Long.MAX_VALUE, lastRead, false, BATCH);
    return table.count(queries, owner, filter, grouped, page);
  }

  /** Dismisses all that it has, some at a time. Nothing is said of what is not there. */
  public void dismiss(long owner, String key) {
    if (isAlone(key)) {
      id(key).ifPresent(id -> single.delete(database, owner, id));
      return;
    }
    while (table.deleteSome(database, owner, key, BATCH) == BATCH) {
      // Each batch is a statement of its own.
    }
  }

  private Optional<NotificationRow> single(Queries queries, long owner, String key) {
    return id(key).flatMap(id -> single.find(queries, owner, id));
  }

  private static boolean isAlone(String key) {
    return key.startsWith(ALONE);
  }

  private static Optional<Long> id(String key) {
    try {
      return Optional.of(Long.parseLong(key.substring(ALONE.length())));
    } catch (NumberFormatException notOurs) {
      return Optional.empty();
    }
  }
}

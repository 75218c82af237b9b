package social.kring.community.notifications;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which notifications are wanted.
 *
 * @param by only what this actor did
 */
public record NotificationFilter(Set<NotificationType> types, Optional<Long> by) {
  public static final NotificationFilter ALL =
      new NotificationFilter(EnumSet.allOf(NotificationType.class), Optional.empty());

  public NotificationFilter {
    types = Set.copyOf(types);
  }

  /**
   * From the parameters of the client API.
   *
   * @param types empty: all
   */
  public static NotificationFilter of(
      Set<NotificationType> types, Set<NotificationType> excluded, Optional<Long> by) {
    var wanted = types.isEmpty() ? EnumSet.allOf(NotificationType.class) : EnumSet.copyOf(types);
    wanted.removeAll(excluded);
    return new NotificationFilter(wanted, by);
  }

  String[] names() {
    return types.stream().map(NotificationType::text).toArray(String[]::new);
  }
}

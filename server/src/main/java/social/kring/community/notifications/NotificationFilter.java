package social.kring.community.notifications;

import io.vertx.sqlclient.Tuple;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which notifications are wanted.
 *
 * @param by only what this actor did
 * @param heldBack also what the owner's policy holds back
 */
public record NotificationFilter(Set<NotificationType> types, Optional<Long> by, boolean heldBack) {
  public static final NotificationFilter ALL =
      new NotificationFilter(EnumSet.allOf(NotificationType.class), Optional.empty(), false);

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
    return new NotificationFilter(wanted, by, false);
  }

  public NotificationFilter alsoHeldBack() {
    return new NotificationFilter(types, by, true);
  }

  /** As the first four parameters of {@link ShownNotifications}. */
  Tuple of(long owner) {
    return Tuple.of(owner)
        .addArrayOfString(NotificationType.texts(types))
        .addLong(by.orElse(null))
        .addBoolean(heldBack);
  }
}

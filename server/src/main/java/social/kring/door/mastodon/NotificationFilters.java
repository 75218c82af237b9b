package social.kring.door.mastodon;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import social.kring.community.notifications.NotificationFilter;
import social.kring.community.notifications.NotificationGroups;
import social.kring.community.notifications.NotificationType;
import social.kring.door.api.Ids;
import social.kring.door.api.Parameters;

/** Reads which notifications are wanted. */
final class NotificationFilters {
  private NotificationFilters() {}

  /** Absent where only kinds are wanted that never happen here. */
  static Optional<NotificationFilter> of(Parameters parameters) {
    var wanted = types(parameters, "types");
    if (wanted.isEmpty() && !parameters.list("types").isEmpty()) return Optional.empty();
    var by = parameters.text("account_id").filter(id -> !id.isBlank()).map(Ids::required);
    var filter = NotificationFilter.of(wanted, types(parameters, "exclude_types"), by);
    var heldBack = parameters.flag("include_filtered").orElse(false);
    return Optional.of(heldBack ? filter.alsoHeldBack() : filter);
  }

  /** Which kinds are shown together: all that can be, unless an app names those that it knows. */
  static Set<NotificationType> grouped(Parameters parameters) {
    if (!parameters.mentions("grouped_types")) return NotificationGroups.USUAL;
    var named = EnumSet.noneOf(NotificationType.class);
    named.addAll(types(parameters, "grouped_types"));
    named.retainAll(NotificationGroups.USUAL);
    return named;
  }

  private static Set<NotificationType> types(Parameters parameters, String name) {
    return parameters.list(name).stream()
        .flatMap(text -> NotificationType.named(text).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}

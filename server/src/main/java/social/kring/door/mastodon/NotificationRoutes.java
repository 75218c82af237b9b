package social.kring.door.mastodon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import social.kring.community.notifications.NotificationFilter;
import social.kring.community.notifications.NotificationRow;
import social.kring.community.notifications.NotificationType;
import social.kring.community.timelines.Marker;
import social.kring.community.timelines.Marker.Timeline;
import social.kring.community.timelines.Markers;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Ids;
import social.kring.door.api.Page;
import social.kring.door.api.Parameters;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.Notification;
import social.kring.protocol.Problem;

/** What the person who is signed in is told of. */
final class NotificationRoutes {
  private static final String PATH = "/api/v1/notifications";
  private static final Permission READ = Permission.person("read:notifications");
  private static final Permission WRITE = Permission.person("write:notifications");
  private static final int USUALLY_COUNTED = 100;
  private static final int MOST_COUNTED = 1_000;

  private final Capabilities all;
  private final Composers composers;
  private final Markers markers;

  NotificationRoutes(Capabilities all, Composers composers, Markers markers) {
    this.markers = markers;
    this.all = all;
    this.composers = composers;
  }

  void mount(ApiRoutes routes) {
    routes.get(PATH, READ, this::list);
    routes.get(PATH + "/unread_count", READ, this::unread);
    routes.get(PATH + "/:id", READ, this::get);
    routes.post(PATH + "/clear", WRITE, this::clear);
    routes.post(PATH + "/dismiss", WRITE, this::dismissNamed);
    routes.post(PATH + "/:id/dismiss", WRITE, this::dismiss);
  }

  private List<Notification> list(Call call) {
    var page = call.postPage().request();
    var rows =
        filter(call.parameters())
            .map(filter -> all.notifications().page(all.database(), call.viewer(), filter, page))
            .orElse(List.of());
    call.link(rows, NotificationRow::id);
    return composers.notifications().of(all.database(), call.viewer(), rows);
  }

  /** Absent where only kinds are wanted that never happen here. */
  private static Optional<NotificationFilter> filter(Parameters parameters) {
    var wanted = types(parameters, "types");
    if (wanted.isEmpty() && !parameters.list("types").isEmpty()) return Optional.empty();
    var by = parameters.text("account_id").filter(id -> !id.isBlank()).map(Ids::required);
    return Optional.of(NotificationFilter.of(wanted, types(parameters, "exclude_types"), by));
  }

  private static Set<NotificationType> types(Parameters parameters, String name) {
    return parameters.list(name).stream()
        .flatMap(text -> NotificationType.named(text).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Notification get(Call call) {
    return all.notifications().find(all.database(), call.viewer(), call.id()).stream()
        .flatMap(
            row ->
                composers.notifications().of(all.database(), call.viewer(), List.of(row)).stream())
        .findFirst()
        .orElseThrow(() -> Problem.notFound("Record not found"));
  }

  private Map<String, Object> unread(Call call) {
    var most = Page.limit(call.parameters(), USUALLY_COUNTED, MOST_COUNTED);
    var lastRead = lastRead(call);
    var count =
        filter(call.parameters())
            .map(
                filter ->
                    all.notifications()
                        .unread(all.database(), call.viewer(), filter, lastRead, most))
            .orElse(0L);
    return Map.of("count", count);
  }

  private long lastRead(Call call) {
    return markers
        .of(all.database(), call.viewer(), Timeline.NOTIFICATIONS)
        .map(Marker::lastRead)
        .orElse(0L);
  }

  private Map<String, Object> clear(Call call) {
    all.notifications().clear(call.viewer());
    return Map.of();
  }

  private Map<String, Object> dismiss(Call call) {
    return dismiss(call, call.id());
  }

  /** As older apps do it. */
  private Map<String, Object> dismissNamed(Call call) {
    return dismiss(call, Ids.required(call.parameters().text("id").orElse("")));
  }

  private Map<String, Object> dismiss(Call call, long id) {
    if (!all.notifications().dismiss(call.viewer(), id)) {
      throw Problem.notFound("Record not found");
    }
    return Map.of();
  }
}

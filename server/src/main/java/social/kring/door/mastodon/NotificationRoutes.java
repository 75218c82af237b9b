package social.kring.door.mastodon;

import java.util.List;
import java.util.Map;
import social.kring.community.notifications.NotificationRow;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Ids;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.Notification;
import social.kring.protocol.Problem;

/** What the person who is signed in is told of. */
final class NotificationRoutes {
  private static final String PATH = "/api/v1/notifications";
  private static final Permission READ = Permission.person("read:notifications");
  private static final Permission WRITE = Permission.person("write:notifications");

  private final Capabilities all;
  private final Composers composers;
  private final ReadNotifications read;

  NotificationRoutes(Capabilities all, Composers composers, ReadNotifications read) {
    this.read = read;
    this.all = all;
    this.composers = composers;
  }

  void mount(ApiRoutes routes) {
    routes.getStored(PATH, READ, this::list);
    routes.get(PATH + "/unread_count", READ, this::unread);
    routes.get(PATH + "/:id", READ, this::get);
    routes.post(PATH + "/clear", WRITE, this::clear);
    routes.post(PATH + "/dismiss", WRITE, this::dismissNamed);
    routes.post(PATH + "/:id/dismiss", WRITE, this::dismiss);
  }

  private List<Notification> list(Call call) {
    var page = call.postPage().request();
    var rows =
        NotificationFilters.of(call.parameters())
            .map(filter -> all.notifications().page(all.database(), call.viewer(), filter, page))
            .orElse(List.of());
    call.link(rows, NotificationRow::id);
    return composers.notifications().of(all.database(), call.viewer(), rows);
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
    var most = ReadNotifications.most(call);
    var lastRead = read.last(call);
    var count =
        NotificationFilters.of(call.parameters())
            .map(
                filter ->
                    all.notifications()
                        .unread(all.database(), call.viewer(), filter, lastRead, most))
            .orElse(0L);
    return Map.of("count", count);
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

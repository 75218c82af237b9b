package social.kring.door.mastodon;

import java.util.List;
import java.util.Map;
import social.kring.community.notifications.NotificationRequests;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Ids;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.NotificationRequest;
import social.kring.protocol.Problem;

/** What the policy of the person who is signed in holds back, and what becomes of it. */
final class NotificationRequestRoutes {
  private static final String PATH = "/api/v1/notifications/requests";
  private static final Permission READ = Permission.person("read:notifications");
  private static final Permission WRITE = Permission.person("write:notifications");
  private static final int MOST_AT_ONCE = 100;

  private final Capabilities all;
  private final Composers composers;

  NotificationRequestRoutes(Capabilities all, Composers composers) {
    this.all = all;
    this.composers = composers;
  }

  void mount(ApiRoutes routes) {
    routes.get(PATH, READ, this::list);
    // Who is let through is so once the answer is sent.
    routes.get(PATH + "/merged", READ, call -> Map.of("merged", true));
    routes.post(PATH + "/accept", WRITE, this::acceptAll);
    routes.post(PATH + "/dismiss", WRITE, this::dismissAll);
    routes.get(PATH + "/:id", READ, this::get);
    routes.post(PATH + "/:id/accept", WRITE, this::accept);
    routes.post(PATH + "/:id/dismiss", WRITE, this::dismiss);
  }

  private NotificationRequests requests() {
    return all.notifications().requests();
  }

  private List<NotificationRequest> list(Call call) {
    var page = requests().page(all.database(), call.viewer(), call.accountPage().request());
    call.link(page, social.kring.community.notifications.NotificationRequest::id);
    return composers.requests().of(all.database(), call.viewer(), page);
  }

  private NotificationRequest get(Call call) {
    var found = List.of(found(call));
    return composers.requests().of(all.database(), call.viewer(), found).stream()
        .findFirst()
        .orElseThrow(NotificationRequestRoutes::unknown);
  }

  private social.kring.community.notifications.NotificationRequest found(Call call) {
    return requests()
        .find(all.database(), call.viewer(), call.id())
        .orElseThrow(NotificationRequestRoutes::unknown);
  }

  private static Problem unknown() {
    return Problem.notFound("Record not found");
  }

  private Map<String, Object> accept(Call call) {
    requests().accept(call.viewer(), List.of(found(call).id()));
    return Map.of();
  }

  private Map<String, Object> dismiss(Call call) {
    requests().dismiss(call.viewer(), List.of(found(call).id()));
    return Map.of();
  }

  private Map<String, Object> acceptAll(Call call) {
    requests().accept(call.viewer(), named(call));
    return Map.of();
  }

  private Map<String, Object> dismissAll(Call call) {
    requests().dismiss(call.viewer(), named(call));
    return Map.of();
  }

  private static List<Long> named(Call call) {
    var ids = call.parameters().list("id");
    if (ids.size() > MOST_AT_ONCE) {
      throw Problem.invalid("id names " + ids.size() + ", at most " + MOST_AT_ONCE);
    }
    return ids.stream().map(Ids::parse).flatMap(id -> id.stream().boxed()).toList();
  }
}

package social.kring.door.mastodon;

import java.util.List;
import java.util.Map;
import social.kring.community.notifications.NotificationGroup;
import social.kring.community.notifications.NotificationGroups;
import social.kring.community.notifications.NotificationRow;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.Account;
import social.kring.door.mastodon.entities.GroupedNotifications;
import social.kring.protocol.Problem;

/** What the person who is signed in is told of, like things together. */
final class GroupedNotificationRoutes {
  private static final String PATH = "/api/v2/notifications";
  private static final Permission READ = Permission.person("read:notifications");
  private static final Permission WRITE = Permission.person("write:notifications");

  private final Capabilities all;
  private final Composers composers;
  private final ReadNotifications read;

  GroupedNotificationRoutes(Capabilities all, Composers composers, ReadNotifications read) {
    this.all = all;
    this.composers = composers;
    this.read = read;
  }

  void mount(ApiRoutes routes) {
    routes.get(PATH, READ, this::list);
    routes.get(PATH + "/unread_count", READ, this::unread);
    routes.post(PATH + "/clear", WRITE, this::clear);
    routes.get(PATH + "/:key", READ, this::get);
    routes.get(PATH + "/:key/accounts", READ, this::accounts);
    routes.post(PATH + "/:key/dismiss", WRITE, this::dismiss);
  }

  private NotificationGroups groups() {
    return all.notifications().groups();
  }

  private GroupedNotifications list(Call call) {
    var facesOnly = facesOnly(call);
    var grouped = NotificationFilters.grouped(call.parameters());
    var page = call.postPage().request();
    var shown =
        NotificationFilters.of(call.parameters())
            .map(filter -> groups().page(all.database(), call.viewer(), filter, grouped, page))
            .orElse(List.of());
    call.link(shown, group -> group.newest().id());
    return composed(call, shown, facesOnly);
  }

  private GroupedNotifications composed(
      Call call, List<NotificationGroup> shown, boolean facesOnly) {
    return composers.groups().of(all.database(), call.viewer(), shown, facesOnly);
  }

  private static boolean facesOnly(Call call) {
    var asked = call.parameters().text("expand_accounts").orElse("full");
    return switch (asked) {
      case "full" -> false;
      case "partial_avatars" -> true;
      default ->
          throw Problem.invalid(
              "expand_accounts is \"" + asked + "\", expected full or partial_avatars");
    };
  }

  private GroupedNotifications get(Call call) {
    var group =
        groups()
            .find(all.database(), call.viewer(), call.path("key"))
            .orElseThrow(() -> Problem.notFound("Record not found"));
    return composed(call, List.of(group), facesOnly(call));
  }

  private List<Account> accounts(Call call) {
    var members =
        groups()
            .members(all.database(), call.viewer(), call.path("key"), call.accountPage().request());
    call.link(members, NotificationRow::id);
    return composers
        .accounts()
        .ofIds(all.database(), members.stream().map(NotificationRow::actor).distinct().toList());
  }

  private Map<String, Object> unread(Call call) {
    var most = ReadNotifications.most(call);
    var lastRead = read.last(call);
    var grouped = NotificationFilters.grouped(call.parameters());
    var count =
        NotificationFilters.of(call.parameters())
            .map(
                filter -> groups().unread(all.database(), call.viewer(), filter, grouped, lastRead))
            .orElse(0L);
    return Map.of("count", Math.min(most, count));
  }

  private Map<String, Object> clear(Call call) {
    all.notifications().clear(call.viewer());
    return Map.of();
  }

  private Map<String, Object> dismiss(Call call) {
    groups().dismiss(call.viewer(), call.path("key"));
    return Map.of();
  }
}

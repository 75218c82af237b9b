package social.kring.door.mastodon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.Tag;
import social.kring.protocol.Problem;

/**
 * What apps ask for at their start and this node does not have: the lists are empty, which is true,
 * and an app goes on.
 */
final class QuietRoutes {
  private final Composers composers;

  QuietRoutes(Composers composers) {
    this.composers = composers;
  }

  void mount(ApiRoutes routes) {
    mountPublic(routes);
    mountPersonal(routes);
    mountNotifications(routes);
  }

  private void mountPublic(ApiRoutes routes) {
    for (var path :
        List.of(
            "/api/v1/custom_emojis",
            "/api/v1/directory",
            "/api/v1/trends",
            "/api/v1/trends/tags",
            "/api/v1/trends/statuses",
            "/api/v1/trends/links")) {
      routes.get(path, Permission.anyone(), call -> List.of());
    }
    routes.get("/api/v1/tags/:name", Permission.open("read"), this::tag);
  }

  private static void mountPersonal(ApiRoutes routes) {
    Map.of(
            "/api/v1/announcements", "read",
            "/api/v1/followed_tags", "read:follows",
            "/api/v1/featured_tags", "read:accounts",
            "/api/v1/conversations", "read:statuses",
            "/api/v1/scheduled_statuses", "read:statuses",
            "/api/v1/endorsements", "read:accounts")
        .forEach((path, scope) -> routes.get(path, Permission.person(scope), call -> List.of()));
    routes.get("/api/v1/suggestions", Permission.person("read"), call -> List.of());
    routes.get("/api/v2/suggestions", Permission.person("read"), call -> List.of());
    routes.get("/api/v1/push/subscription", Permission.person("push"), QuietRoutes::none);
  }

  /** All notifications are let through, and none waits. */
  private static void mountNotifications(ApiRoutes routes) {
    var read = Permission.person("read:notifications");
    routes.get("/api/v1/notifications/requests", read, call -> List.of());
    routes.get("/api/v1/notifications/requests/merged", read, call -> Map.of("merged", true));
    routes.get("/api/v1/notifications/policy", read, call -> policy(false));
    routes.get("/api/v2/notifications/policy", read, call -> policy());
  }

  private static Map<String, Object> policy(boolean filtered) {
    var policy = new LinkedHashMap<String, Object>();
    policy.put("filter_not_following", filtered);
    policy.put("filter_not_followers", filtered);
    policy.put("filter_new_accounts", filtered);
    policy.put("filter_private_mentions", filtered);
    policy.put("summary", nothingWaits());
    return policy;
  }

  private static Map<String, Object> policy() {
    var policy = new LinkedHashMap<String, Object>();
    policy.put("for_not_following", "accept");
    policy.put("for_not_followers", "accept");
    policy.put("for_new_accounts", "accept");
    policy.put("for_private_mentions", "accept");
    policy.put("for_limited_accounts", "accept");
    policy.put("summary", nothingWaits());
    return policy;
  }

  private static Map<String, Object> nothingWaits() {
    return Map.of("pending_requests_count", 0, "pending_notifications_count", 0);
  }

  private Tag tag(Call call) {
    var name = call.path("name").replaceFirst("^#", "").toLowerCase(Locale.ROOT);
    return composers.tags().of(name, call.signedIn());
  }

  private static Object none(Call call) {
    throw Problem.notFound("Record not found");
  }
}

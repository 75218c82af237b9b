package social.kring.door.mastodon;

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

  private Tag tag(Call call) {
    var name = call.path("name").replaceFirst("^#", "").toLowerCase(Locale.ROOT);
    return composers.tags().of(name, call.signedIn());
  }

  private static Object none(Call call) {
    throw Problem.notFound("Record not found");
  }
}

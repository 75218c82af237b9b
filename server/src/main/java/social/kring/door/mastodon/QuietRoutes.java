package social.kring.door.mastodon;

import java.util.List;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Permission;

/**
 * What apps ask for at their start and this node does not have: the lists are empty, which is true,
 * and an app goes on.
 */
final class QuietRoutes {
  void mount(ApiRoutes routes) {
    mountPublic(routes);
    mountPersonal(routes);
  }

  private static void mountPublic(ApiRoutes routes) {
    for (var path :
        List.of(
            "/api/v1/directory",
            "/api/v1/trends",
            "/api/v1/trends/tags",
            "/api/v1/trends/statuses",
            "/api/v1/trends/links")) {
      routes.get(path, Permission.anyone(), call -> List.of());
    }
  }

  private static void mountPersonal(ApiRoutes routes) {
    routes.get("/api/v1/suggestions", Permission.person("read"), call -> List.of());
    routes.get("/api/v2/suggestions", Permission.person("read"), call -> List.of());
  }
}

package social.kring.node;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import social.kring.platform.http.SystemNames;
import social.kring.testing.TestNode;
import social.kring.testing.TestPostgres;

/** Every route that a node has, whichever door it belongs to. */
public final class MountedRoutes {
  private MountedRoutes() {}

  /**
   * @param path with its parameters as Vert.x writes them
   */
  public record Mounted(String method, String path) {
    public String filled(String value) {
      return path.replaceAll(":[A-Za-z]+", value).replace("*", value);
    }
  }

  /** Those that answer for one method at one path. */
  public static List<Mounted> all(Path data) {
    var resources = new Resources();
    var vertx = Vertx.vertx();
    try {
      var settings = TestNode.settings("routes", data, TestPostgres.shared().newDatabase());
      var platform =
          PlatformLayer.open(
              settings, resources, event -> {}, SystemNames::new, Beside.done("none"));
      var federation = FederationLayer.on(settings, platform);
      var community = CommunityLayer.on(settings, platform, federation);
      var inbox = Reception.of(platform, federation, community.capabilities()).inbox();
      var doors =
          new DoorLayer(settings, platform, federation, community, inbox, Remembered.nothing());
      return doors.front(doors.mastodon()).router(vertx).getRoutes().stream()
          .filter(route -> route.getPath() != null && route.methods() != null)
          .flatMap(MountedRoutes::mounted)
          .distinct()
          .toList();
    } finally {
      resources.close();
      vertx.close().await();
    }
  }

  private static Stream<Mounted> mounted(Route route) {
    return route.methods().stream().map(method -> new Mounted(method.name(), route.getPath()));
  }
}

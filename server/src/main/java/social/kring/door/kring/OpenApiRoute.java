package social.kring.door.kring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Permission;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;

/** The description of this API, as it is served. */
final class OpenApiRoute {
  private final Tree description = read();

  void mount(ApiRoutes routes) {
    routes.get("/api/kring/v1/openapi.json", Permission.anyone(), call -> description);
  }

  private static Tree read() {
    try (var file = OpenApiRoute.class.getResourceAsStream("openapi.json")) {
      return StrictJson.parse(Objects.requireNonNull(file, "openapi.json").readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

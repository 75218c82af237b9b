package social.kring.door.mastodon;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import social.kring.door.mastodon.composing.Faces;

/** Serves the pictures of those who have none of their own. */
final class FaceImages {
  private final Buffer avatar = read(Faces.AVATAR);
  private final Buffer header = read(Faces.HEADER);

  void mount(Router router) {
    router.get(Faces.AVATAR).handler(context -> show(context, avatar));
    router.get(Faces.HEADER).handler(context -> show(context, header));
  }

  private static void show(RoutingContext context, Buffer picture) {
    context
        .response()
        .putHeader("Content-Type", "image/png")
        .putHeader("Cache-Control", "public, max-age=86400")
        .putHeader("Access-Control-Allow-Origin", "*")
        .end(picture)
        .await();
  }

  private static Buffer read(String path) {
    try (var file = FaceImages.class.getResourceAsStream(path.replaceFirst("^/", ""))) {
      return Buffer.buffer(Objects.requireNonNull(file, path).readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

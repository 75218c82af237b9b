package social.kring.door.media;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import social.kring.community.media.Pictures;
import social.kring.door.Door;
import social.kring.protocol.Problem;

/** Serves pictures under names that nobody can guess. They can do nothing but be shown. */
public final class MediaDoor implements Door {
  private final Pictures pictures;

  public MediaDoor(Pictures pictures) {
    this.pictures = pictures;
  }

  @Override
  public void mount(Router router) {
    router.get("/media/:name").handler(this::show);
  }

  private void show(RoutingContext context) {
    var picture =
        pictures
            .find(context.pathParam("name"))
            .orElseThrow(() -> Problem.notFound("There is no such picture"));
    context
        .response()
        .putHeader("Content-Type", picture.mediaType())
        .putHeader("Cache-Control", "public, max-age=31536000, immutable")
        .putHeader("Content-Security-Policy", "default-src 'none'; sandbox")
        .putHeader("Access-Control-Allow-Origin", "*")
        .sendFile(picture.path().toString())
        .await();
  }
}

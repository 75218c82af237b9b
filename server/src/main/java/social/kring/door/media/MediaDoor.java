package social.kring.door.media;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import social.kring.community.media.Pictures;
import social.kring.community.media.RemoteMedia;
import social.kring.door.Door;
import social.kring.protocol.Problem;

/**
 * Serves files under names that nobody can guess, and what lies elsewhere under addresses that this
 * node signed. They can do nothing but be shown.
 */
public final class MediaDoor implements Door {
  private static final String FOR_GOOD = "public, max-age=31536000, immutable";
  private static final String FOR_A_WEEK = "public, max-age=604800";

  private final Pictures pictures;
  private final RemoteMedia elsewhere;

  public MediaDoor(Pictures pictures, RemoteMedia elsewhere) {
    this.pictures = pictures;
    this.elsewhere = elsewhere;
  }

  @Override
  public void mount(Router router) {
    router.get("/media/:name").handler(this::show);
    router.get("/media/proxy/:signature/:address").handler(this::pass);
  }

  private void show(RoutingContext context) {
    var file =
        pictures
            .find(context.pathParam("name"))
            .orElseThrow(() -> Problem.notFound("There is no such picture"));
    FileAnswers.send(context, file, FOR_GOOD);
  }

  private void pass(RoutingContext context) {
    var file = elsewhere.find(context.pathParam("signature"), context.pathParam("address"));
    FileAnswers.send(context, file, FOR_A_WEEK);
  }
}

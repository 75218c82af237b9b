package social.kring.door;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.List;
import social.kring.platform.disk.DiskRoom;

/**
 * Comes before all other doors and turns away whatever would write while there is no room for it.
 * How that is worded is for the door that would have answered.
 */
public final class WritingDoor implements Door {
  private static final List<HttpMethod> WRITING =
      List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

  private final DiskRoom room;

  public WritingDoor(DiskRoom room) {
    this.room = room;
  }

  @Override
  public void mount(Router router) {
    var all = router.route();
    WRITING.forEach(all::method);
    all.handler(
        context -> {
          room.require();
          context.next();
        });
  }
}

package social.kring.door.operations;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.List;
import social.kring.door.Answers;
import social.kring.door.Door;
import social.kring.door.Failures;

/** Everything behind the address that only whoever runs the node can reach. */
public record BackRoom(List<Door> doors) {

  public Router router(Vertx vertx) {
    var router = Router.router(vertx);
    doors.forEach(door -> door.mount(router));
    router.route().failureHandler(Failures.answeredBy(Answers::plainProblem));
    router.errorHandler(404, Failures.answeredBy(Answers::plainProblem));
    return router;
  }
}

package social.kring.door.operations;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Tuple;
import social.kring.door.Answers;
import social.kring.door.Door;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/** Whether the process lives and whether it can serve, for any {@code Host}. */
public final class HealthDoor implements Door {
  private static final Tree WELL = Tree.builder().put("status", "ok").build();

  private final Database database;

  public HealthDoor(Database database) {
    this.database = database;
  }

  @Override
  public void mount(Router router) {
    router.get("/health/live").handler(context -> Answers.json(context, Answers.JSON, WELL));
    router.get("/health/ready").handler(this::ready);
  }

  /**
   * Ready means that the database answers.
   *
   * @throws Problem UNAVAILABLE where it does not
   */
  private void ready(RoutingContext context) {
    database.one("SELECT 1", Tuple.tuple(), row -> row.getInteger(0));
    Answers.json(context, Answers.JSON, WELL);
  }
}

package social.kring.door.operations;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import social.kring.door.Answers;
import social.kring.door.Door;
import social.kring.platform.alarms.Alarms;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;

/** Whether the process lives and whether it can serve, for any {@code Host}. */
public final class HealthDoor implements Door {
  private static final Tree WELL = Tree.builder().put("status", "ok").build();

  private final Database database;
  private final Alarms alarms;

  public HealthDoor(Database database, Alarms alarms) {
    this.database = database;
    this.alarms = alarms;
  }

  @Override
  public void mount(Router router) {
    router.get("/health/live").handler(context -> Answers.json(context, Answers.JSON, WELL));
    router.get("/health/ready").handler(this::ready);
  }

  /**
   * Ready means that the database answers. Alarms are named, and what they are about is in the log:
   * anybody may ask.
   *
   * @throws Problem UNAVAILABLE where it does not
   */
  private void ready(RoutingContext context) {
    database.one("SELECT 1", Tuple.tuple(), row -> row.getInteger(0));
    var raised = List.copyOf(alarms.now().keySet());
    Answers.json(context, Answers.JSON, raised.isEmpty() ? WELL : WELL.with("alarms", raised));
  }
}

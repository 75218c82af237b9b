package social.kring.door.kring;

import java.time.Duration;
import java.util.Optional;
import social.kring.community.people.People;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Permission;
import social.kring.door.kring.KringDoor.Members;
import social.kring.door.kring.KringDoor.Moving;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;
import social.kring.protocol.discovery.Handle;
import social.kring.protocol.url.FediUrl;

/** Moving away, with one's followers. */
final class MoveRoutes {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Database database;
  private final Actors actors;
  private final People people;
  private final Moving moving;

  MoveRoutes(Database database, Members members, Moving moving) {
    this.database = database;
    this.actors = members.actors();
    this.people = members.people();
    this.moving = moving;
  }

  /** Where somebody moved. */
  record Moved(String uri, String acct) {}

  void mount(ApiRoutes routes) {
    routes.post("/api/kring/v1/move", Permission.person("write:accounts"), this::move);
  }

  private Moved move(Call call) {
    var from = call.person();
    var asked = call.parameters().text("target").map(String::strip).orElse("");
    var to = moving.moves().target(from, address(asked), moving.fresh());
    database.transaction(
        tx -> {
          moving.moves().move(tx, from, to);
          return people.announce(tx, from.id());
        });
    return new Moved(to.uri().text(), to.handle().acct());
  }

  private FediUrl address(String asked) {
    if (asked.isEmpty())
      throw Problem.invalid("target is missing, expected a handle or an address");
    return FediUrl.tryParse(asked)
        .or(() -> Handle.tryParse(asked).flatMap(this::byHandle).map(ActorRow::uri))
        .orElseThrow(
            () -> Problem.invalid("target is \"" + asked + "\", whom nobody here can find"));
  }

  private Optional<ActorRow> byHandle(Handle handle) {
    return actors.byHandle(database, handle).or(() -> moving.abroad().actor(handle, PATIENCE));
  }
}

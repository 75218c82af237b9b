package social.kring.door.kring;

import java.util.List;
import social.kring.community.people.People;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Permission;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;

/** What somebody calls herself elsewhere: who may move here. */
final class AliasRoutes {
  private static final String PATH = "/api/kring/v1/aliases";

  private final Database database;
  private final People people;

  AliasRoutes(Database database, People people) {
    this.database = database;
    this.people = people;
  }

  /** What is answered, and sent. */
  record Aliases(List<String> aliases) {
    static Aliases of(ActorRow person) {
      return new Aliases(person.standing().alsoKnownAs());
    }
  }

  void mount(ApiRoutes routes) {
    routes.get(PATH, Permission.person("read:accounts"), call -> Aliases.of(call.person()));
    routes.put(PATH, Permission.person("write:accounts"), this::replace);
  }

  private Aliases replace(Call call) {
    var sent = call.parameters();
    if (!sent.mentions("aliases")) {
      throw Problem.invalid("aliases is missing, expected a list of addresses");
    }
    var aliases = sent.list("aliases").stream().filter(alias -> !alias.isBlank()).toList();
    return Aliases.of(database.transaction(tx -> people.changeAliases(tx, call.viewer(), aliases)));
  }
}

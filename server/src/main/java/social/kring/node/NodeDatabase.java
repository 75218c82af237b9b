package social.kring.node;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import java.time.Instant;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.platform.backup.Backup;
import social.kring.platform.domains.Domain;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Durability;
import social.kring.platform.storage.Migrations;
import social.kring.protocol.Problem;

/** Opens pools of connections to tables that are as this version knows them. */
final class NodeDatabase {
  private static final Logger log = LoggerFactory.getLogger(NodeDatabase.class);

  private static final int CONNECTIONS = 20;
  private static final int CONNECTIONS_OF_A_COMMAND = 4;
  private static final int CONNECTIONS_ASIDE = 2;

  private final Domain domain;
  private final boolean durable;
  private final NodePostgres postgres;
  private final Resources resources;
  private final int connections;
  private final Beside<NodePostgres.Found> found;

  private NodeDatabase(
      Settings settings,
      Resources resources,
      int connections,
      Function<NodePostgres, NodePostgres.Found> find) {
    this.domain = settings.domain();
    this.durable = settings.storage().durable();
    this.postgres = new NodePostgres(settings.storage(), resources);
    this.resources = resources;
    this.connections = connections;
    this.found = Beside.begin("database", () -> find.apply(postgres));
  }

  /** For the node, which goes on meanwhile. */
  static NodeDatabase begin(Settings settings, Resources resources) {
    return new NodeDatabase(settings, resources, CONNECTIONS, NodePostgres::take);
  }

  /** For a command, which works beside the node or in its stead. */
  static NodeDatabase join(Settings settings, Resources resources) {
    return new NodeDatabase(settings, resources, CONNECTIONS_OF_A_COMMAND, NodePostgres::join);
  }

  /**
   * Returns when it can be used.
   *
   * @throws Problem in one line, where anything stands in the way
   */
  Storage open(Vertx vertx) {
    return pools(vertx, found.await());
  }

  private Storage pools(Vertx vertx, NodePostgres.Found found) {
    var database = resources.add(Database.open(vertx, found.address(), connections));
    try {
      bringUpToDate(database, found);
      if (durable) Durability.check(database);
    } catch (PgException refused) {
      throw Problem.conflict(found.place() + " refuses: " + refused.getErrorMessage());
    } catch (Problem problem) {
      throw problem.kind() == Problem.Kind.UNAVAILABLE ? away(found, problem) : problem;
    }
    var aside = resources.add(Database.open(vertx, found.address(), CONNECTIONS_ASIDE));
    return new Storage(postgres.directory(), found.address(), database, aside);
  }

  private static Problem away(NodePostgres.Found found, Problem problem) {
    return new Problem(
        Problem.Kind.INTERNAL,
        found.place() + " cannot be reached; is it running, and is KRING_DATABASE_URL right?",
        problem);
  }

  private void bringUpToDate(Database database, NodePostgres.Found found) {
    var migrations = Migrations.bundled();
    switch (migrations.state(database)) {
      case CURRENT -> {}
      case EMPTY -> migrations.migrate(found.address());
      case BEHIND -> update(migrations, found);
    }
  }

  /** What there was is saved first: there is no way back but that. */
  private void update(Migrations migrations, NodePostgres.Found found) {
    if (!found.alone()) {
      throw Problem.conflict(
          "The running node is older than this command; restart it with this version");
    }
    var place = postgres.directory().backupBefore(migrations.newest());
    log.atInfo().addKeyValue("backup", place).log("saving the database before it is updated");
    Backup.writeDatabase(found.address(), domain.authority(), Instant.now(), place);
    log.atInfo().addKeyValue("to", migrations.newest()).log("updating the database");
    migrations.migrate(found.address());
  }
}

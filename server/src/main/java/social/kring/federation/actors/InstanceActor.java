package social.kring.federation.actors;

import io.vertx.sqlclient.Tuple;
import social.kring.platform.domains.Domain;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;

/**
 * The one actor in whose name the node itself asks others. Its document is served to whoever asks,
 * signed or not, or two nodes would ask each other for keys forever.
 */
public final class InstanceActor {
  private static final long LOCK = 0x696e7374616e6365L;

  private InstanceActor() {}

  /** Makes it when the node starts for the first time; after that it stays as it is. */
  public static ActorRow open(Database database, Actors actors, Domain primary) {
    return actors.instance(database).orElseGet(() -> make(database, actors, primary));
  }

  private static ActorRow make(Database database, Actors actors, Domain primary) {
    actors.prepare();
    return database.transaction(tx -> openAlone(tx, actors, primary));
  }

  /** Processes that start together wait for each other. */
  private static ActorRow openAlone(Transaction tx, Actors actors, Domain primary) {
    tx.one("SELECT 1 FROM pg_advisory_xact_lock($1)", Tuple.of(LOCK), row -> row);
    return actors.instance(tx).orElseGet(() -> actors.create(tx, wanted(primary)));
  }

  /** Named by its host, as no person can be: names of people have no dots. */
  private static NewActor wanted(Domain primary) {
    var host = primary.url("/").host();
    return new NewActor(ActorKind.Type.APPLICATION, host, primary, host, true);
  }
}

package social.kring.testing;

import com.github.benmanes.caffeine.cache.Ticker;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import social.kring.community.Foundation;
import social.kring.community.people.NewPerson;
import social.kring.community.people.People;
import social.kring.federation.actors.ActorMaker;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.federation.actors.KeyMaker;
import social.kring.federation.actors.Minting;
import social.kring.federation.actors.PostProver;
import social.kring.federation.actors.SigningKeys;
import social.kring.platform.cpu.CpuPool;
import social.kring.platform.domains.Domain;
import social.kring.platform.domains.Domains;
import social.kring.platform.events.EventLog;
import social.kring.platform.events.Happening;
import social.kring.platform.events.OverheardEvents;
import social.kring.platform.jobs.JobQueue;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** One node's community on a database of its own, and actors from elsewhere that it knows. */
public final class Town implements AutoCloseable {
  /** Tests say themselves when work is done. */
  private static final Runnable NOBODY_WORKS = () -> {};

  public static final Domain DOMAIN = new Domain("https", "town.example");

  private final CountedStatements statements = new CountedStatements();
  private final Vertx vertx = statements.vertx();
  private final LentDatabase lent = TestPostgres.shared().lend(vertx);
  private final Ledger ledger = new Ledger(lent.database());
  private final List<Consumer<Happening>> listeners = new ArrayList<>();
  private final SteppingClock clock = new SteppingClock();
  private final CpuPool cpu = new CpuPool(1);
  private final Foundation foundation;
  private final Domains domains;
  private final PostProver prover;
  private final People people;

  public record ScheduledJob(String kind, Tree details) {}

  public Town() {
    var random = new SecureRandom();
    var database = lent.database();
    var ids = new Ids(clock, random);
    var minting = new Minting(random);
    var actors =
        new Actors(new ActorMaker(ids, clock, new KeyMaker(new ReusedKeyPairs()), minting));
    var written = new EventLog(ids, clock, NOBODY_WORKS);
    var log = new OverheardEvents(written, each -> listeners.forEach(l -> l.accept(each)));
    var later = new JobQueue(ids, clock, NOBODY_WORKS);
    foundation = new Foundation(database, actors, minting, log, later, ids, clock);
    domains = Domains.open(database, DOMAIN);
    var keys = new SigningKeys(database, Ticker.systemTicker());
    prover = new PostProver(keys, clock);
    people = People.on(foundation, domains, prover);
  }

  /** What went to the database. */
  public CountedStatements statements() {
    return statements;
  }

  public Foundation foundation() {
    return foundation;
  }

  public SteppingClock clock() {
    return clock;
  }

  public CpuPool cpu() {
    return cpu;
  }

  public Domains domains() {
    return domains;
  }

  public PostProver prover() {
    return prover;
  }

  public People people() {
    return people;
  }

  public Database database() {
    return foundation.database();
  }

  public void change(Consumer<Transaction> change) {
    database()
        .transaction(
            tx -> {
              change.accept(tx);
              return null;
            });
  }

  public ActorRow person(String name) {
    return database().transaction(tx -> people.create(tx, new NewPerson(name, DOMAIN, "")));
  }

  /** An actor elsewhere, as it was fetched. */
  public ActorRow stranger(String name, String host) {
    var uri = "https://" + host + "/users/" + name;
    var id = foundation.ids().next();
    database()
        .execute(
            """
            INSERT INTO actor (id, uri, type, local, name, authority, inbox, followers, page, published)
            VALUES ($1, $2, 'Person', false, $3, $4, $2 || '/inbox', $2 || '/followers', $2, now())
            """,
            Tuple.of(id, uri, name, host));
    return foundation.actors().byUri(database(), FediUrl.parse(uri)).orElseThrow();
  }

  public ActorRow again(ActorRow actor) {
    return foundation.actors().byId(database(), actor.id()).orElseThrow();
  }

  /** Somebody hears at once what happens from now on. */
  public void tells(Consumer<Happening> listener) {
    listeners.add(listener);
  }

  public List<Happening> happened() {
    return ledger.happened();
  }

  public List<String> kinds() {
    return happened().stream().map(Happening::kind).toList();
  }

  /** The job that was left first, whenever it is due. */
  public Optional<ScheduledJob> pollJob() {
    return ledger.takeJob();
  }

  public ScheduledJob nextJob() {
    return ledger.takeJob().orElseThrow();
  }

  @Override
  public void close() {
    lent.close();
    cpu.close();
    vertx.close().await();
  }
}

package social.kring.federation.sending;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import social.kring.federation.peers.Peers;
import social.kring.platform.events.EventDispatch;
import social.kring.platform.events.EventLog;
import social.kring.platform.events.Happening;
import social.kring.platform.events.Publication;
import social.kring.platform.events.Publication.Recipients;
import social.kring.platform.http.PeerClient;
import social.kring.platform.http.PeerLimits;
import social.kring.platform.http.PrivatePeers;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Ids;
import social.kring.platform.workers.Workers;
import social.kring.protocol.json.Tree;
import social.kring.testing.InboxPeer;
import social.kring.testing.SteppingClock;
import social.kring.testing.TestPostgres;

/** Sending with all that belongs to it: a log, actors elsewhere who follow, and their inboxes. */
final class PostOffice implements AutoCloseable {
  static final long ALICE = 1;
  static final long CAROL = 2;
  private static final PeerLimits LIMITS = new PeerLimits(Duration.ofSeconds(3), 1_000, 4, 4);

  final Vertx vertx = Vertx.vertx();
  final Database database = TestPostgres.shared().database(vertx);
  final SteppingClock clock = new SteppingClock();
  final Workers workers = new Workers();
  final Ids ids = new Ids(clock, new SecureRandom());
  final InboxPeer outside = new InboxPeer(vertx);
  final Peers peers = new Peers(database, clock, new SecureRandom());
  final AtomicReference<DeliverySigner> signer =
      new AtomicReference<>(
          (request, sender, dialect) -> request.with("Signature", dialect + " by " + sender));
  private final EventLog log = new EventLog(ids, clock, () -> EventDispatch.wakeRelay(workers));
  private final PeerClient client =
      new PeerClient(
          vertx,
          host -> Future.failedFuture(new UnknownHostException(host)),
          new PrivatePeers.All(),
          LIMITS,
          "Kring/test");
  private int published;
  Sending sending = process("one");

  PostOffice() {
    database.execute("CREATE TABLE fan (fan_id bigint, of_id bigint)");
  }

  /** Another process, or the same one after a restart. */
  Sending process(String name) {
    return process(name, SendingLimits.USUAL);
  }

  Sending process(String name, SendingLimits limits) {
    var followers =
        new Audience("followers", "SELECT fan_id AS actor_id FROM fan WHERE of_id = $1");
    return new Sending(
        new Sending.Means(
            client,
            (request, sender, dialect) -> signer.get().sign(request, sender, dialect),
            peers,
            limits,
            name),
        List.of(followers),
        database,
        clock,
        workers);
  }

  /** Somebody elsewhere who follows. */
  long fan(long of, String host, String name) {
    var id = actor(host, name);
    database.execute("INSERT INTO fan (fan_id, of_id) VALUES ($1, $2)", Tuple.of(id, of));
    return id;
  }

  /** An actor elsewhere, on a host with a shared inbox. */
  long actor(String host, String name) {
    var id = ids.next();
    var base = "http://" + (host.contains(":") ? host : outside.host(host));
    database.execute(
        """
        INSERT INTO actor (id, uri, type, local, name, authority, inbox, shared_inbox, page, published)
        VALUES ($1, $2, 'Person', false, $3, $4, $2 || '/inbox', $5, $2, now())
        """,
        Tuple.of(id, base + "/" + name, name, host, base + "/inbox"));
    return id;
  }

  /** Tells followers of something; the id of the activity. */
  String publish(long sender) {
    return publish(sender, List.of(Recipients.followers(sender)));
  }

  String publish(long sender, List<Recipients> recipients) {
    var id = "https://here.example/activities/" + ++published;
    var activity =
        Tree.of(Map.of("id", id, "type", "Create", "actor", "https://here.example/" + sender));
    database.transaction(
        tx ->
            log.record(
                tx,
                Happening.published(
                    "post.created",
                    published,
                    Tree.builder().build(),
                    new Publication(sender, activity, recipients))));
    return id;
  }

  /** All events become deliveries. */
  void expand() {
    var dispatch = new EventDispatch(List.of(sending.consumer()), database, clock, workers);
    dispatch
        .workers()
        .forEach(
            worker -> {
              while (worker.work()) {
                // There is more.
              }
            });
  }

  void drain() {
    expand();
    sending.drain();
  }

  /** Lets time pass, a step at a time, so that everything that is due gets its turn. */
  void pass(Duration time, Duration step) {
    for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(step)) {
      clock.advance(step);
      drain();
    }
  }

  long waiting() {
    return sending.queue().waiting(database);
  }

  @Override
  public void close() {
    workers.close();
    sending.close();
    outside.close();
    database.close();
    vertx.close().await();
  }
}

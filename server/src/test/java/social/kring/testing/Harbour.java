package social.kring.testing;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.sqlclient.Tuple;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import social.kring.door.FrontDoor;
import social.kring.door.activitypub.InboxDoor;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.ActorSigner;
import social.kring.federation.actors.ActorsElsewhere;
import social.kring.federation.actors.InstanceActor;
import social.kring.federation.actors.SigningKeys;
import social.kring.federation.peers.Peers;
import social.kring.federation.profiles.ActorDeletionHandler;
import social.kring.federation.profiles.ActorUpdateHandler;
import social.kring.federation.receiving.ActivityHandler;
import social.kring.federation.receiving.HandlerRegistry;
import social.kring.federation.receiving.Receiving;
import social.kring.federation.remote.Handles;
import social.kring.federation.remote.RemoteDocuments;
import social.kring.platform.http.PeerClient;
import social.kring.platform.http.PeerLimits;
import social.kring.platform.http.PrivatePeers;
import social.kring.platform.http.StrictHttp;
import social.kring.platform.workers.Worker;
import social.kring.protocol.json.JsonLd;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * A town that the world can reach: what peers send comes in by real HTTP, and what is needed from
 * them is fetched. Nothing is handled before {@link #drain}.
 */
public final class Harbour implements AutoCloseable {
  public static final FediUrl SHARED_INBOX = Town.DOMAIN.url("/ap/inbox");

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_WAITING = 200;

  private final Square square = new Square();
  private final Town town = square.town();
  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger port = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong();
  private final Peers peers =
      new Peers(town.database(), town.clock(), RandomGenerator.getDefault());
  private final ActorRow instance =
      InstanceActor.open(town.database(), town.foundation().actors(), Town.DOMAIN);
  private final RemoteDocuments documents;
  private final ActorsElsewhere elsewhere;
  private final Receiving receiving;

  public Harbour(ActivityHandler<?>... more) {
    var client =
        new PeerClient(
            vertx,
            host -> Future.failedFuture(new UnknownHostException(host)),
            new PrivatePeers.All(),
            new PeerLimits(PATIENCE, 1 << 20, 2, 50),
            "Kring/1.0 (+https://town.example/)");
    var signer =
        new ActorSigner(
            new SigningKeys(town.database(), nanos::get), instance.id(), town.cpu(), town.clock());
    documents =
        new RemoteDocuments(
            client, peers, signer, JsonLd::compact, nanos::get, RandomGenerator.getDefault());
    var handles = new Handles(client, peers, nanos::get, RandomGenerator.getDefault());
    elsewhere = elsewhere(handles);
    receiving = receiving(List.of(more));
    listen();
  }

  private ActorsElsewhere elsewhere(Handles handles) {
    var base = town.foundation();
    return ActorsElsewhere.on(
        new ActorsElsewhere.Home(
            base.database(), base.actors(), base.events(), base.jobs(), base.ids()),
        new ActorsElsewhere.Ways(documents, handles, peers, town.domains()),
        town.clock(),
        nanos::get);
  }

  private Receiving receiving(List<ActivityHandler<?>> more) {
    var base = town.foundation();
    var own =
        List.<ActivityHandler<?>>of(
            new ActorUpdateHandler(base.actors(), elsewhere.actors()),
            new ActorDeletionHandler(base.actors(), elsewhere.departures()));
    var handlers =
        Stream.of(
                square.capabilities().stream().flatMap(each -> each.handlers().stream()),
                own.stream(),
                more.stream())
            .<ActivityHandler<?>>flatMap(each -> each)
            .toList();
    return Receiving.on(
        new Receiving.Home(
            base.database(), base.actors(), base.ids(), town.clock(), nanos::get, "harbour"),
        new Receiving.Outside(elsewhere, documents, peers, JsonLd::compact),
        new Receiving.Handlers(
            new HandlerRegistry(handlers),
            square.capabilities().stream().flatMap(each -> each.kinds().stream()).toList(),
            2),
        new Receiving.Capacity(MOST_WAITING, () -> {}));
  }

  private void listen() {
    var door = new InboxDoor(receiving.inbox(), town.foundation().actors(), town.database());
    var front = new FrontDoor(town.domains(), router -> {}, List.of(door));
    var verticle =
        new VerticleBase() {
          @Override
          public Future<HttpServer> start() {
            var options = StrictHttp.options();
            var server = vertx.createHttpServer(options).requestHandler(front.router(vertx));
            StrictHttp.guard(server, options);
            return server
                .listen(0, "127.0.0.1")
                .onSuccess(listening -> port.set(listening.actualPort()));
          }
        };
    vertx
        .deployVerticle(
            verticle, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .await();
  }

  public Square square() {
    return square;
  }

  public Town town() {
    return town;
  }

  public Peers peers() {
    return peers;
  }

  public ActorsElsewhere elsewhere() {
    return elsewhere;
  }

  public ActorRow instance() {
    return instance;
  }

  /** Lets time pass, for dates and for what is remembered. */
  public void wait(Duration duration) {
    town.clock().advance(duration);
    nanos.addAndGet(duration.toNanos());
  }

  /** What the door answered. */
  public record Answer(int status, Map<String, String> headers, String body) {}

  /** Anything at all, sent to an address of this node. */
  public Answer post(FediUrl target, Map<String, String> headers, byte[] body) {
    var head = new StringBuilder("POST " + target.pathAndQuery() + " HTTP/1.1\r\n");
    head.append("Host: ").append(target.origin().authority()).append("\r\n");
    head.append("Content-Length: ").append(body.length).append("\r\nConnection: close\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    try (var socket = new Socket("127.0.0.1", port.get())) {
      socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
      var out = new BufferedOutputStream(socket.getOutputStream());
      out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
      out.write(body);
      out.flush();
      return answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Answer answer(String text) {
    var parts = text.split("\r\n\r\n", 2);
    var lines = parts[0].split("\r\n");
    var headers = new HashMap<String, String>();
    for (var line : List.of(lines).subList(1, lines.length)) {
      var header = line.split(":", 2);
      headers.put(header[0].toLowerCase(Locale.ROOT), header[1].strip());
    }
    return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, parts[1]);
  }

  /** An activity, signed by somebody, at the shared inbox. */
  public Answer receives(PeerActor signer, Tree activity) {
    return receives(signer, SHARED_INBOX, activity);
  }

  public Answer receives(PeerActor signer, FediUrl inbox, Tree activity) {
    return receives(signer, inbox, activity.toBytes());
  }

  public Answer receives(PeerActor signer, FediUrl inbox, byte[] body) {
    var headers = new HashMap<>(signer.signs(inbox, body, town.clock().instant()));
    headers.put("Content-Type", "application/activity+json");
    return post(inbox, headers, body);
  }

  /** Handles all that has come in, and does all that follows from it. */
  public void drain() {
    for (var worker : receiving.workers()) drain(worker);
    square.drain();
  }

  /** Takes up what was left behind, as after a restart. */
  public void restart() {
    receiving.takeUpAgain().run();
  }

  /** One round of one of those who handle what has come in. */
  public void workOnce() {
    receiving.workers().getFirst().work();
  }

  /** Does something while the database answers nobody. */
  public void withoutDatabase(Runnable meanwhile) {
    var name =
        town.database()
            .one("SELECT current_database() AS name", row -> row.getString("name"))
            .orElseThrow();
    var other = TestPostgres.shared().database(vertx);
    try {
      other.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
      other.list(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1",
          Tuple.of(name),
          row -> row);
      meanwhile.run();
    } finally {
      other.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
      other.close();
    }
  }

  /** Clears away what is old. */
  public void sweep() {
    receiving.sweep().run(Tree.builder().build());
  }

  private static void drain(Worker worker) {
    while (worker.work()) {
      // There is more.
    }
  }

  /** How each stored activity ended, "waits" where it did not, in the order of arrival. */
  public List<String> outcomes() {
    return town.database()
        .list(
            "SELECT type, coalesce(outcome, 'waits') AS outcome FROM inbox_event ORDER BY id",
            Tuple.tuple(),
            row -> row.getString("type") + " " + row.getString("outcome"));
  }

  /** Why those ended as they did that did not end well, in the order of arrival. */
  public List<String> reasons() {
    return town.database()
        .list(
            "SELECT reason FROM inbox_event WHERE reason IS NOT NULL ORDER BY id",
            row -> row.getString("reason"));
  }

  @Override
  public void close() {
    vertx.close().await();
    square.close();
  }
}

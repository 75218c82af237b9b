package social.kring.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import social.kring.community.access.Access;
import social.kring.community.access.NewAccount;
import social.kring.community.access.Role;
import social.kring.community.access.Scopes;
import social.kring.community.access.SignUps;
import social.kring.node.ListenAddress;
import social.kring.node.LogFormat;
import social.kring.node.Node;
import social.kring.node.Settings;
import social.kring.platform.domains.Domain;
import social.kring.platform.http.NameLookup;
import social.kring.platform.http.PrivatePeers;
import social.kring.platform.storage.Database;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;
import social.kring.testing.Answer;
import social.kring.testing.ApiClient;
import social.kring.testing.NodeProcess;
import social.kring.testing.RawConnection;
import social.kring.testing.TestPostgres;

/**
 * A whole node that is under attack, and a look into all that it holds. It may reach those private
 * addresses that it is told of, as its operator would name them, and no others.
 */
final class Fortress implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(240);
  private static final NameLookup NOBODY =
      host -> Future.failedFuture(new UnknownHostException(host));

  /** Written whoever comes and whatever they want: that they came. */
  private static final Set<String> TRACES =
      Set.of("inbox_event", "peer", "access_attempt", "access_token", "event_cursor", "job");

  private final Path folder = temporaryFolder();
  private final Vertx vertx = Vertx.vertx();
  private final Domain domain;
  private final Node node;
  private final Database database;

  Fortress(Set<PrivatePeers.Place> reachable) {
    this(reachable, NOBODY);
  }

  Fortress(Set<PrivatePeers.Place> reachable, NameLookup names) {
    var address = TestPostgres.shared().newDatabase();
    var port = NodeProcess.freePort();
    domain = new Domain("http", "localhost:" + port);
    database = Database.open(vertx, address, 2);
    node =
        Node.start(
            new Settings(
                domain,
                new Settings.Listening(new ListenAddress("127.0.0.1", port), Optional.empty()),
                new Settings.Storage(folder, Optional.of(address), false),
                List.of(),
                new PrivatePeers.Named(reachable),
                new Access.Rules(SignUps.Policy.OPEN, false),
                true,
                LogFormat.TEXT,
                java.util.Optional.empty()),
            vertx -> names);
  }

  int port() {
    return node.port();
  }

  FediUrl at(String path) {
    return domain.url(path);
  }

  FediUrl sharedInbox() {
    return at("/ap/inbox");
  }

  Node node() {
    return node;
  }

  Database database() {
    return database;
  }

  /** Somebody who lives here and uses an app. */
  Citizen citizen(String name) {
    var account =
        access()
            .accounts()
            .create(
                database,
                new NewAccount(
                    name, domain, name + "@mail.example", "correct horse battery", Role.MEMBER));
    var actor = node.community().foundation().actors().byId(database, account.actor());
    return new Citizen(this, actor.orElseThrow(), token(account.actor(), "read write follow push"));
  }

  String token(long actor, String scopes) {
    return database
        .transaction(
            tx -> access().tokens().issueByOperator(tx, actor, Scopes.parse(scopes), "the tests"))
        .secret()
        .text();
  }

  Access access() {
    return node.community().residents().access();
  }

  ApiClient api() {
    return new ApiClient(at("").text(), Optional.empty());
  }

  ApiClient api(String token) {
    return new ApiClient(at("").text(), Optional.of(token));
  }

  /** An activity that comes in, signed as it should be. */
  int hears(Outlaw sender, Tree activity) {
    return hears(sender, activity.toBytes());
  }

  int hears(Outlaw sender, byte[] body) {
    return hears(sender.signs("POST", sharedInbox(), body), body);
  }

  int hears(Map<String, String> headers, byte[] body) {
    var all = new HashMap<>(headers);
    all.putIfAbsent("Content-Type", "application/activity+json");
    return asks("POST", sharedInbox(), all, body).status();
  }

  Answer asks(FediUrl url, Map<String, String> headers) {
    return asks("GET", url, headers, new byte[0]);
  }

  /** Whatever the headers are. */
  Answer asks(String method, FediUrl url, Map<String, String> headers, byte[] body) {
    return asks(method, url.pathAndQuery(), headers, body);
  }

  /** Whatever the target is, too. */
  Answer asks(String method, String target, Map<String, String> headers, byte[] body) {
    var all = new HashMap<>(headers);
    all.put("Host", domain.authority());
    return RawConnection.ask(port(), method, target, all, body);
  }

  /** Returns once all that came in has had its effects, and all that follows from them. */
  void settle() {
    var patience = new Semaphore(0);
    var end = System.nanoTime() + LONGEST.toNanos();
    while (!isAtRest()) {
      if (System.nanoTime() > end) throw new AssertionError("The node does not come to rest");
      pause(patience);
    }
  }

  /** Lets everything be done now that would be done later, but for what has failed before. */
  void hurry() {
    settle();
    database.execute(
        "UPDATE job SET due_at = now() WHERE parked_at IS NULL AND holder IS NULL AND tries = 0",
        Tuple.tuple());
    settle();
  }

  private static void pause(Semaphore never) {
    try {
      never.tryAcquire(20, java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /** All in one look, since what follows from something is there before that is done. */
  private boolean isAtRest() {
    return !database.exists(
        """
        SELECT FROM inbox_event WHERE outcome IS NULL AND (holder IS NOT NULL OR next_at <= now())
         UNION ALL
        SELECT FROM job WHERE parked_at IS NULL AND (holder IS NOT NULL OR due_at <= now())
         UNION ALL
        SELECT FROM event WHERE number IS NULL
         UNION ALL
        SELECT FROM event_cursor WHERE number < (SELECT coalesce(max(number), 0) FROM event)
         UNION ALL
        SELECT FROM delivery_lane WHERE holder IS NOT NULL
         UNION ALL
        SELECT FROM delivery_host WHERE due_at <= now()
        """,
        Tuple.tuple());
  }

  /** All that the node holds, but for the traces of who came: a digest of each table. */
  Map<String, String> contents() {
    settle();
    var contents = new TreeMap<String, String>();
    for (var table : tables()) {
      if (TRACES.contains(table)) continue;
      var digest =
          database.one(
              """
              WITH rows AS (SELECT (to_jsonb(t) - 'fetched_at')::text AS row FROM %s AS t)
              SELECT count(*) || ' ' || md5(coalesce(string_agg(row, '' ORDER BY row), '')) AS digest
                FROM rows
              """
                  .formatted(table),
              Tuple.tuple(),
              row -> row.getString("digest"));
      contents.put(table, digest.orElseThrow());
    }
    return contents;
  }

  private List<String> tables() {
    return database.list(
        """
        SELECT c.relname AS name
          FROM pg_class AS c
         WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
           AND c.relnamespace = 'public'::regnamespace
           AND c.relname NOT LIKE 'flyway%'
        """,
        Tuple.tuple(), row -> row.getString("name"));
  }

  /**
   * Has something happen, and nothing change by it.
   *
   * @param but tables that may
   */
  void staysAsItIs(Runnable attack, String... but) {
    var before = contents();
    attack.run();
    var changed = contents();
    changed.entrySet().removeAll(before.entrySet());
    changed.keySet().removeAll(Set.of(but));
    assertThat(changed).isEmpty();
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("kring-fortress");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    node.close();
    vertx.close().await();
    try (var all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

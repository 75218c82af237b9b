package social.kring.node;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.kring.community.access.NewAccount;
import social.kring.community.access.Role;
import social.kring.community.access.Scopes;
import social.kring.door.cli.OpenNode;
import social.kring.testing.NodeProcess;

/**
 * How a node fares with 2,000 open streams; no part of the test run, since it measures. {@code mvn
 * -pl protocol,server -am test -Dtest=StreamLoad -Dsurefire.failIfNoSpecifiedTests=false}
 */
class StreamLoad {
  private static final int PEOPLE = 20;
  private static final int STREAMS_OF_EACH = 100;
  private static final int POSTS = 40;
  private static final long MILLIS_BETWEEN = 500;

  private final Vertx vertx = Vertx.vertx();
  private final WebSocketClient client =
      vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(5_000));
  private final HttpClient http = vertx.createHttpClient();
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong sentAt = new AtomicLong();
  private final ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
  private NodeProcess node;

  private record Person(long actor, String token) {}

  @Test
  void two_thousand_streams(@TempDir Path directory) throws Exception {
    node = new NodeProcess(directory).set("KRING_RATE_LIMIT", "off");
    var process = node.start();
    try (var visit = Visit.on(settings(directory))) {
      var author = person(visit, "author");
      var people = new ArrayList<Person>();
      for (var i = 0; i < PEOPLE; i++) people.add(person(visit, "reader" + i));
      for (var each : people) post(each, "/api/v1/accounts/" + author.actor() + "/follow", "");
      post(author, "/api/v1/statuses", "status=warm");
      say("idle", process);
      openAll(people);
      say("2,000 streams open", process);
      for (var round = 1; round <= 3; round++) {
        publish(author, process);
        say("round " + round + ": " + received.get() + " messages", process);
      }
    } finally {
      process.destroy();
      NodeProcess.await(process, java.time.Duration.ofSeconds(60));
      vertx.close().await();
    }
  }

  private Settings settings(Path directory) {
    var environment =
        Map.of(
            "KRING_DATA_DIR",
            directory.resolve("data").toString(),
            "KRING_DOMAIN",
            "node.localhost:" + node.port());
    return new SettingsReader(environment, directory, directory, false).read();
  }

  private Person person(OpenNode visit, String name) {
    var account =
        visit
            .access()
            .accounts()
            .create(
                visit.database(),
                new NewAccount(
                    name,
                    visit.domains().primary(),
                    name + "@mail.example",
                    "correct horse battery staple",
                    Role.MEMBER));
    var token =
        visit
            .database()
            .transaction(
                tx ->
                    visit
                        .access()
                        .tokens()
                        .issueByOperator(
                            tx, account.actor(), Scopes.parse("read write follow"), "load"));
    return new Person(account.actor(), token.secret().text());
  }

  private void openAll(List<Person> people) {
    for (var person : people) {
      var opening = new ArrayList<Future<WebSocket>>();
      for (var i = 0; i < STREAMS_OF_EACH; i++) {
        var stream = i % 2 == 0 ? "user" : "public:local";
        opening.add(client.connect(options(person, stream)).onSuccess(this::listen));
      }
      Future.all(opening).await();
    }
  }

  private WebSocketConnectOptions options(Person person, String stream) {
    var options = new WebSocketConnectOptions();
    options
        .setServer(SocketAddress.inetSocketAddress(node.port(), "127.0.0.1"))
        .setHost("node.localhost")
        .setPort(node.port())
        .setURI("/api/v1/streaming?stream=" + stream);
    return options.addSubProtocol(person.token());
  }

  private void listen(WebSocket socket) {
    socket.handler(
        (Buffer message) -> {
          received.incrementAndGet();
          latencies.add(System.nanoTime() - sentAt.get());
        });
  }

  private void publish(Person author, Process process) throws IOException {
    latencies.clear();
    var before = received.get();
    var cpu = cpuMillis(process);
    for (var i = 0; i < POSTS; i++) {
      var expected = before + (i + 1L) * PEOPLE * STREAMS_OF_EACH;
      sentAt.set(System.nanoTime());
      post(author, "/api/v1/statuses", "status=" + encoded("a post of some words, number " + i));
      var end = System.nanoTime() + 30_000_000_000L;
      while (received.get() < expected && System.nanoTime() < end) LockSupport.parkNanos(500_000);
      LockSupport.parkNanos(MILLIS_BETWEEN * 1_000_000);
    }
    var sorted = latencies.stream().sorted().toList();
    System.out.printf(
        "LOAD %d of %d messages; from the request to post to the message: p50 %d ms, p99 %d ms,"
            + " last %d ms; node's CPU %d ms a post%n",
        received.get() - before,
        (long) POSTS * PEOPLE * STREAMS_OF_EACH,
        sorted.get(sorted.size() / 2) / 1_000_000,
        sorted.get(sorted.size() * 99 / 100) / 1_000_000,
        sorted.getLast() / 1_000_000,
        (cpuMillis(process) - cpu) / POSTS);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void post(Person person, String path, String form) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.inetSocketAddress(node.port(), "127.0.0.1"))
            .setHost("node.localhost")
            .setPort(node.port())
            .setURI(path)
            .putHeader("Authorization", "Bearer " + person.token())
            .putHeader("Content-Type", "application/x-www-form-urlencoded");
    var answer =
        http.request(options)
            .compose(request -> request.send(form))
            .compose(response -> response.body().map(body -> response.statusCode() + " " + body))
            .await();
    if (!answer.startsWith("200")) throw new AssertionError(answer);
  }

  private static void say(String what, Process process) throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.run").start().waitFor();
    var info = new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.heap_info").start();
    var heap = new String(info.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.println(
        "LOAD "
            + what
            + ": resident "
            + status(process, "VmRSS:")
            + ", threads "
            + status(process, "Threads:")
            + "\n"
            + heap.lines().filter(line -> line.contains("used")).limit(2).toList());
  }

  private static String status(Process process, String field) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith(field))
          .map(line -> line.substring(field.length()).strip())
          .findFirst()
          .orElse("?");
    }
  }

  /** At a hundred ticks a second. */
  private static long cpuMillis(Process process) throws IOException {
    var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10;
  }
}

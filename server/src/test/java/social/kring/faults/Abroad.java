package social.kring.faults;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;
import social.kring.protocol.signature.PublicKeys;
import social.kring.protocol.signature.ReceivedRequest;
import social.kring.protocol.signature.RequestSignature;
import social.kring.protocol.url.FediUrl;

/**
 * Many other hosts, all of them one server on this machine: what they publish, who lives there, and
 * what is brought to them, with its signature verified.
 */
final class Abroad implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Vertx vertx;
  private final Map<String, Tree> documents = new ConcurrentHashMap<>();
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private final Traffic traffic = new Traffic();
  private final Map<String, Foreigner> people = new ConcurrentHashMap<>();
  private final Map<String, Manners> manners = new ConcurrentHashMap<>();
  private final Map<String, PublicKey> keys = new ConcurrentHashMap<>();
  private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();

  /** By what was sent: one that comes to many hosts is kept once. */
  private final Map<Buffer, Tree> activities = new ConcurrentHashMap<>();

  private final KeyPair shared = pair();
  private final int port;
  private HttpServer server;

  Abroad(Vertx vertx) {
    this.vertx = vertx;
    server = listen(0);
    port = server.actualPort();
  }

  private HttpServer listen(int port) {
    var options = new HttpServerOptions().setAcceptBacklog(1_024);
    return vertx
        .createHttpServer(options)
        .requestHandler(this::serve)
        .listen(port, "127.0.0.1")
        .await();
  }

  int port() {
    return port;
  }

  /** The authority of one of the hosts. */
  String host(String name) {
    return name + ".localhost:" + port;
  }

  /** Somebody with a key of their own, on a host of that name. */
  Foreigner person(String host, String name) {
    return lives(host, name, pair(), host(host));
  }

  /** Somebody of a crowd, whose keys are all the same: making one takes longer than using it. */
  Foreigner oneOfMany(String host, String name) {
    return lives(host, name, shared, host(host));
  }

  /**
   * @param delivered the authority where their host takes what is delivered
   */
  Foreigner oneOfMany(String host, String name, String delivered) {
    return lives(host, name, shared, delivered);
  }

  private Foreigner lives(String host, String name, KeyPair keys, String delivered) {
    var uri = FediUrl.parse("http://%s/users/%s".formatted(host(host), name));
    var inbox = FediUrl.parse("http://%s/inbox".formatted(delivered));
    var person = new Foreigner(name, uri, inbox, keys);
    people.put(person.handle(), person);
    serves(uri, person.document());
    return person;
  }

  private static KeyPair pair() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  void serves(FediUrl at, Tree document) {
    documents.put(at.text(), document);
  }

  /** There is a page for people. */
  void shows(FediUrl at, String html) {
    pages.put(at.text(), html);
  }

  /** What it is asked for, all hosts together. */
  Traffic traffic() {
    return traffic;
  }

  /** How often that address was asked for. */
  int asked(FediUrl at) {
    return asked.getOrDefault(at.text(), new AtomicInteger()).get();
  }

  void behaves(String host, Manners how) {
    manners.put(host(host), how);
  }

  /** Everything that was brought to a host, in the order of its coming. */
  List<Arrival> at(String host) {
    var authority = host(host);
    return arrivals.stream().filter(each -> each.host().equals(authority)).toList();
  }

  Stream<Arrival> arrivals() {
    return arrivals.stream();
  }

  /** They follow somebody here, who is open to everybody. */
  void follow(Member followed, List<Foreigner> followers) {
    var actor = learn(followed);
    inParallel(
        followers,
        each ->
            each.brings(
                followed.node(), each.activity("Follow", "follow-" + followed.name(), actor)));
    Patience.until(
        () -> "all follow: " + followed.me().number("followers_count"),
        SOON.plusMillis(20L * followers.size()),
        () -> followed.me().number("followers_count").orElse(0L) >= followers.size());
  }

  /** Knows somebody's key from now on, as peers do; a dead node could not be asked for it. */
  FediUrl learn(Member member) {
    var actor = member.actor();
    var headers = Map.of("Accept", "application/activity+json");
    var document = member.node().line().ask("GET", actor, headers, new byte[0]).document();
    var key = document.tree("publicKey").orElseThrow();
    keys.put(
        key.string("id").orElseThrow(), PublicKeys.ofPem(key.string("publicKeyPem").orElseThrow()));
    return actor;
  }

  /** Somebody here follows them, which they accept; the id that they have here. */
  String followedBy(Member follower, Foreigner followed) {
    var account = follower.idOf(followed);
    follower.post("/api/v1/accounts/" + account + "/follow", Tree.builder().build());
    var follow =
        Patience.untilThere(
            "the Follow arrives",
            SOON,
            () ->
                arrivals()
                    .filter(each -> each.is("Follow"))
                    .filter(each -> each.object().filter(followed.uri()::equals).isPresent())
                    .findFirst());
    followed.brings(
        follower.node(),
        followed.activity("Accept", "accept-" + follower.name(), follow.activity()));
    Patience.until("the follow counts", SOON, () -> follower.follows(account));
    return account;
  }

  static <T> void inParallel(List<T> all, java.util.function.Consumer<T> work) {
    var failures = new ConcurrentLinkedQueue<Throwable>();
    var places = new java.util.concurrent.Semaphore(48);
    var threads = new ArrayList<Thread>();
    for (var each : all) {
      places.acquireUninterruptibly();
      threads.add(
          Thread.startVirtualThread(
              () -> {
                try {
                  work.accept(each);
                } catch (Throwable failure) {
                  failures.add(failure);
                } finally {
                  places.release();
                }
              }));
    }
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new AssertionError(stopped);
      }
    }
    if (!failures.isEmpty()) throw new AssertionError(failures.peek());
  }

  private void serve(HttpServerRequest request) {
    var url = "http://" + request.getHeader("Host") + request.uri();
    if (request.method().name().equals("POST")) {
      var context = vertx.getOrCreateContext();
      request
          .body()
          .onSuccess(body -> Thread.startVirtualThread(() -> receive(request, url, body, context)));
    } else {
      traffic.comes(request.getHeader("Host"));
      var pause = traffic.pause(request.getHeader("Host")).toMillis();
      if (pause == 0) show(request, url);
      else vertx.setTimer(pause, id -> show(request, url));
    }
  }

  private void show(HttpServerRequest request, String url) {
    traffic.goes(request.getHeader("Host"));
    if (request.path().equals("/.well-known/webfinger")) {
      answer(request, "application/jrd+json", webFinger(request));
      return;
    }
    asked.computeIfAbsent(url, key -> new AtomicInteger()).incrementAndGet();
    if (pages.containsKey(url)) {
      request.response().putHeader("Content-Type", "text/html").end(pages.get(url));
    } else {
      answer(request, "application/activity+json", documents.get(url));
    }
  }

  private static void answer(HttpServerRequest request, String type, Tree document) {
    if (document == null) request.response().setStatusCode(404).end();
    else {
      request.response().putHeader("Content-Type", type).end(Buffer.buffer(document.toBytes()));
    }
  }

  private Tree webFinger(HttpServerRequest request) {
    var handle = request.getParam("resource", "").replaceFirst("^acct:", "");
    var person = people.get(handle);
    if (person == null) return null;
    var self =
        Map.of("rel", "self", "type", "application/activity+json", "href", person.uri().text());
    return Tree.of(Map.of("subject", "acct:" + handle, "links", List.of(self)));
  }

  private void receive(HttpServerRequest request, String url, Buffer body, Context context) {
    var headers = new HashMap<String, String>();
    request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    var host = request.getHeader("Host");
    var reply = manners.getOrDefault(host, Manners.says(202)).next();
    var activity = activities.computeIfAbsent(body, text -> StrictJson.parse(text.getBytes()));
    var arrival =
        new Arrival(
            host,
            activity,
            isSigned(url, headers, body.getBytes(), activity),
            date(headers),
            Instant.now(),
            reply.status());
    arrivals.add(arrival);
    context.runOnContext(nothing -> reply.saying().accept(request));
  }

  private boolean isSigned(String url, Map<String, String> headers, byte[] body, Tree activity) {
    try {
      var received = new ReceivedRequest("POST", FediUrl.parse(url), headers, body);
      var signature = RequestSignature.of(received, Instant.now());
      var key = keys.get(signature.keyId().text());
      return key != null
          && signature.keyId().text().startsWith(activity.string("actor").orElse("none"))
          && signature.verifies(key);
    } catch (RuntimeException notSigned) {
      return false;
    }
  }

  private static Instant date(Map<String, String> headers) {
    var text = headers.get("date");
    return text == null
        ? Instant.now()
        : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }

  /** Nobody answers any more at its port. */
  void vanish() {
    server.close().await();
  }

  void comeBack() {
    server = listen(port);
  }

  @Override
  public void close() {
    server.close().await();
  }
}

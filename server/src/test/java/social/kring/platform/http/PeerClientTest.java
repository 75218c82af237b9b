package social.kring.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SelfSignedCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;
import social.kring.testing.ScriptedPeer;

@Timeout(30)
class PeerClientTest {
  private static final String AGENT = "Kring/1.0 (+https://kring.example/)";
  private static final NameLookup NO_NAMES =
      host -> Future.failedFuture(new java.net.UnknownHostException(host));
  private static final PeerLimits LIMITS = new PeerLimits(Duration.ofSeconds(5), 1_000, 2, 2);
  private static final PeerLimits HURRIED = new PeerLimits(Duration.ofMillis(300), 1_000, 2, 2);

  private static Vertx vertx;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stop() {
    vertx.close().await();
  }

  @Test
  void a_document_is_fetched_with_its_status_and_headers() throws IOException {
    try (var peer =
        ScriptedPeer.saying("HTTP/1.1 404 Not Found\r\nX-One: 1\r\nContent-Length: 2\r\n\r\nno")) {
      var response =
          client(LIMITS)
              .send(
                  PeerRequest.get(url(peer, "/a?b=%20c"))
                      .with("Accept", "application/activity+json"));
      assertThat(response.status()).isEqualTo(404);
      assertThat(response.header("x-ONE")).hasValue("1");
      assertThat(response.body()).isEqualTo("no".getBytes(StandardCharsets.UTF_8));
      assertThat(peer.heard().getFirst())
          .startsWith("GET /a?b=%20c HTTP/1.1\n")
          .containsIgnoringCase("host: a.localhost:" + peer.port() + "\n")
          .containsIgnoringCase("user-agent: " + AGENT + "\n")
          .containsIgnoringCase("accept: application/activity+json\n")
          .doesNotContainIgnoringCase("accept-encoding");
    }
  }

  @Test
  void a_body_is_posted() throws IOException {
    try (var peer = ScriptedPeer.saying("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n")) {
      var request =
          PeerRequest.post(url(peer, "/ap/inbox"), "{\"ü\":1}".getBytes(StandardCharsets.UTF_8));
      assertThat(client(LIMITS).send(request.with("Digest", "SHA-256=x")).isSuccess()).isTrue();
      assertThat(peer.heard().getFirst())
          .startsWith("POST /ap/inbox HTTP/1.1\n")
          .containsIgnoringCase("content-length: 8\n")
          .contains("Digest: SHA-256=x");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.1:%d/", "http://a.localhost:%d/", "https://127.0.0.1:%d/"})
  void a_private_address_is_not_even_connected_to(String url) throws IOException {
    try (var peer = ScriptedPeer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
      var client = new PeerClient(vertx, NO_NAMES, new PrivatePeers.None(), LIMITS, AGENT);
      var refused =
          problem(() -> client.send(PeerRequest.get(FediUrl.parse(url.formatted(peer.port())))));
      assertThat(refused.kind()).isEqualTo(Problem.Kind.FORBIDDEN);
      assertThat(peer.accepted()).isZero();
    }
  }

  @Test
  void the_very_address_that_was_checked_is_connected_to() throws Exception {
    var asked = new CopyOnWriteArrayList<String>();
    NameLookup rebinding =
        host -> {
          asked.add(host);
          var answer = asked.size() == 1 ? "127.0.0.1" : "127.66.66.66";
          return Future.succeededFuture(List.of(InetAddress.ofLiteral(answer)));
        };
    var certificate = SelfSignedCertificate.create("acme.example");
    var served = new CopyOnWriteArrayList<String>();
    var port = listenTls(certificate, served);
    var client = tlsClient(rebinding, certificate, "acme.example:" + port);
    assertThat(
            client
                .send(PeerRequest.get(FediUrl.parse("https://acme.example:" + port + "/")))
                .status())
        .isEqualTo(200);
    assertThat(asked).containsExactly("acme.example");
    assertThat(served).containsExactly("acme.example:" + port + " at 127.0.0.1");
  }

  @Test
  void a_certificate_for_another_host_is_not_accepted() throws Exception {
    var certificate = SelfSignedCertificate.create("acme.example");
    var served = new CopyOnWriteArrayList<String>();
    var port = listenTls(certificate, served);
    NameLookup names = host -> Future.succeededFuture(List.of(InetAddress.ofLiteral("127.0.0.1")));
    var client = tlsClient(names, certificate, "evil.example:" + port);
    var refused =
        problem(
            () ->
                client.send(PeerRequest.get(FediUrl.parse("https://evil.example:" + port + "/"))));
    assertThat(refused.kind()).isEqualTo(Problem.Kind.UPSTREAM);
    assertThat(refused).hasMessageContaining("evil.example");
    assertThat(served).isEmpty();
  }

  @Test
  void a_redirect_is_given_back_and_not_followed() throws IOException {
    try (var target = ScriptedPeer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        var peer =
            ScriptedPeer.saying(
                "HTTP/1.1 302 Found\r\nLocation: http://a.localhost:%d/\r\nContent-Length: 0\r\n\r\n"
                    .formatted(target.port()))) {
      var response = client(LIMITS).send(PeerRequest.get(url(peer, "/")));
      assertThat(response.isRedirect()).isTrue();
      assertThat(response.header("Location")).hasValue("http://a.localhost:" + target.port() + "/");
      assertThat(target.accepted()).isZero();
    }
  }

  @Test
  void who_drips_is_cut_off_at_the_deadline() throws Exception {
    var pause = new Semaphore(0);
    try (var peer =
        new ScriptedPeer(
            (out, request) -> {
              out.write(
                  "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n"
                      .getBytes(StandardCharsets.UTF_8));
              while (true) {
                out.write('x');
                out.flush();
                pause.tryAcquire(20, TimeUnit.MILLISECONDS);
              }
            })) {
      var late = problem(() -> client(HURRIED).send(PeerRequest.get(url(peer, "/"))));
      assertThat(late.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
      assertThat(late).hasMessage("a.localhost:" + peer.port() + " did not answer within 300 ms");
      assertThat(late.retryAfter()).isPresent();
    }
  }

  @Test
  void who_says_nothing_is_given_up_at_the_deadline() throws IOException {
    var never = new Semaphore(0);
    try (var peer = new ScriptedPeer((out, request) -> never.acquire())) {
      var late = problem(() -> client(HURRIED).send(PeerRequest.get(url(peer, "/"))));
      assertThat(late).hasMessageContaining("did not answer within 300 ms");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n%s",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n%s\r\n",
        "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n%s"
      })
  void who_sends_too_much_is_hung_up_on(String answer) throws IOException {
    try (var peer = ScriptedPeer.saying(answer.formatted("x".repeat(2_000)))) {
      var refused = problem(() -> client(LIMITS).send(PeerRequest.get(url(peer, "/"))));
      assertThat(refused.kind()).isEqualTo(Problem.Kind.UPSTREAM);
      assertThat(refused).hasMessage("a.localhost answered with more than 1000 bytes");
    }
  }

  @Test
  void a_compressed_answer_that_nobody_asked_for_is_refused() throws IOException {
    try (var peer =
        ScriptedPeer.saying(
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nzip")) {
      var refused = problem(() -> client(LIMITS).send(PeerRequest.get(url(peer, "/"))));
      assertThat(refused).hasMessageContaining("gzip");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SSH-2.0-x\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
        "HTTP/1.1 200 OK\r\nX: %s\r\n\r\n"
      })
  void a_broken_answer_is_a_problem_that_names_the_host(String answer) throws IOException {
    try (var peer = ScriptedPeer.saying(answer.formatted("x".repeat(20_000)))) {
      assertThat(problem(() -> client(LIMITS).send(PeerRequest.get(url(peer, "/")))))
          .hasMessageContaining("a.localhost:" + peer.port());
    }
  }

  @Test
  void a_host_that_is_down_or_unknown_is_named() throws IOException {
    var closed = ScriptedPeer.saying("");
    closed.close();
    assertThat(problem(() -> client(LIMITS).send(PeerRequest.get(url(closed, "/")))))
        .hasMessage("a.localhost:" + closed.port() + " cannot be reached");
    assertThat(
            problem(
                () ->
                    client(LIMITS)
                        .send(PeerRequest.get(FediUrl.parse("https://nowhere.example/")))))
        .hasMessage("nowhere.example has no address");
  }

  @Test
  void no_more_than_two_requests_to_a_host_are_under_way() throws Exception {
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    var bothIn = new Semaphore(0);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor();
        var peer =
            new ScriptedPeer(
                (out, request) -> {
                  most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                  bothIn.release();
                  bothIn.tryAcquire(2, 200, TimeUnit.MILLISECONDS);
                  inside.decrementAndGet();
                  out.write(
                      "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                          .getBytes(StandardCharsets.UTF_8));
                })) {
      var client = client(LIMITS);
      Callable<Integer> fetch = () -> client.send(PeerRequest.get(url(peer, "/"))).status();
      var all =
          IntStream.range(0, 4).mapToObj(i -> callers.submit(fetch)).collect(Collectors.toList());
      for (var one : all) assertThat(one.get()).isEqualTo(200);
      assertThat(most).hasValue(2);
    }
  }

  private static int listenTls(SelfSignedCertificate certificate, List<String> served) {
    var options =
        new HttpServerOptions()
            .setSsl(true)
            .setKeyCertOptions(certificate.keyCertOptions())
            .setHost("0.0.0.0")
            .setPort(0);
    return vertx
        .createHttpServer(options)
        .requestHandler(
            request -> {
              served.add(request.authority() + " at " + request.localAddress().hostAddress());
              request.response().end();
            })
        .listen()
        .await()
        .actualPort();
  }

  private static PeerClient tlsClient(
      NameLookup names, SelfSignedCertificate trusted, String peer) {
    return new PeerClient(
        vertx, names, PrivatePeers.parse(peer), LIMITS, AGENT, Optional.of(trusted.trustOptions()));
  }

  private static PeerClient client(PeerLimits limits) {
    return new PeerClient(vertx, NO_NAMES, new PrivatePeers.All(), limits, AGENT);
  }

  private static FediUrl url(ScriptedPeer peer, String path) {
    return FediUrl.parse("http://a.localhost:" + peer.port() + path);
  }

  private static Problem problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(Problem.class, call);
  }
}

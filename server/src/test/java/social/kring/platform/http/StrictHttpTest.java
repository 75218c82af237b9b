package social.kring.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.kring.testing.RawConnection;

class StrictHttpTest {
  private static final String GOOD = "GET /good HTTP/1.1\r\nHost: acme.example\r\n\r\n";

  private final List<String> handled = new CopyOnWriteArrayList<>();
  private Vertx vertx;
  private int port;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    listen(RequestDeadline.Limits.USUAL);
  }

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  static Stream<String> ambiguousRequests() {
    return Stream.of(
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: acme.example\r\nHost: acme.example\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: acme.example\r\nhost: evil.example\r\n\r\n",
        "GET / HTTP/1.1\r\nHost:\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: acme.example, evil.example\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: alice@acme.example\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: acme.example/x\r\n\r\n",
        "GET http://evil.example/ HTTP/1.1\r\nHost: acme.example\r\n\r\n",
        "GET https://evil.example HTTP/1.1\r\nHost: acme.example\r\n\r\n",
        "GET http://acme.example@evil.example/ HTTP/1.1\r\nHost: acme.example\r\n\r\n",
        "GET ftp://acme.example/ HTTP/1.1\r\nHost: acme.example\r\n\r\n",
        "GET acme.example HTTP/1.1\r\nHost: acme.example\r\n\r\n",
        "GET * HTTP/1.1\r\nHost: acme.example\r\n\r\n",
        "GET /100% HTTP/1.1\r\nHost: acme.example\r\n\r\n",
        "GET /a%zz HTTP/1.1\r\nHost: acme.example\r\n\r\n",
        "GET /a%00b HTTP/1.1\r\nHost: acme.example\r\n\r\n",
        "CONNECT evil.example:443 HTTP/1.1\r\nHost: acme.example\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: acme.example\r\nX-One: a\r\n b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: acme.example\r\nX-One: a\r\n\tb\r\n\r\n",
        "GET / HTTP/1.1\r\n Host: acme.example\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: acme.example\r\n evil.example\r\n\r\n",
        "\r\nGET / HTTP/1.1\r\nHost: acme.example\r\nX-One: a\r\n b\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: acme.example\r\nTransfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: acme.example\r\nTransfer-Encoding: chunked\r\n"
            + "Content-Length: 5\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: acme.example\r\nContent-Length: 5\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: acme.example\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: acme.example\r\nTransfer-Encoding: chunked, identity\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: acme.example\r\nTransfer-Encoding: xchunked\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: acme.example\r\nTransfer-Encoding: identity\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: acme.example\r\nTransfer-Encoding:\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: acme.example\r\nTransfer-Encoding: \"chunked\"\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: acme.example\r\nTransfer-Encoding: chunked\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: acme.example\r\nTransfer-Encoding: chunked\r\n"
            + "Transfer-Encoding: identity\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: acme.example\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: acme.example\r\nTransfer-Encoding\u000b: chunked\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: acme.example\r\nTransfer-Encoding: \u000bchunked\r\n\r\n",
        "POST / HTTP/1.0\r\nHost: acme.example\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: acme.example\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n12345",
        "POST / HTTP/1.1\r\nHost: acme.example\r\nContent-Length: 5, 6\r\n\r\n12345",
        "POST / HTTP/1.1\r\nHost: acme.example\r\nContent-Length: +5\r\n\r\n12345",
        "POST / HTTP/1.1\r\nHost: acme.example\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: acme.example\r\nContent-Length: 0x5\r\n\r\n12345",
        "POST / HTTP/1.1\r\nHost: acme.example\r\nContent-Length: 5\r\n 0\r\n\r\n12345",
        "GET / HTTP/1.1\nHost: acme.example\n\n",
        "GET / HTTP/1.1\r\nHost: acme.example\nX-One: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: acme.example\r\nX-One: a\rX-Two: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: acme.example\r\nX-One: a\u0000b\r\n\r\n",
        "GET\u000b/ HTTP/1.1\r\nHost: acme.example\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: acme.example\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: acme.example\r\n: no name\r\n\r\n",
        "\u0000\r\nGET / HTTP/1.1\r\nHost: acme.example\r\n\r\n",
        " GET / HTTP/1.1\r\nHost: acme.example\r\n\r\n",
        "GET / HTTP/2.0\r\nHost: acme.example\r\n\r\n",
        "GET / HTTP/1.2\r\nHost: acme.example\r\n\r\n",
        "GET /\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
  }

  @Test
  void who_begins_tls_on_a_plain_port_is_not_kept_waiting() throws IOException {
    try (var connection = new RawConnection(port)) {
      connection.says("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003");

      assertThat(connection.isClosedByPeer()).isTrue();
    }
    assertThat(handled).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ambiguousRequests")
  void an_ambiguous_request_is_answered_400_and_nothing_after_it_is_heard(String request)
      throws IOException {
    try (var connection = new RawConnection(port)) {
      connection.says(request + GOOD);
      assertThat(connection.nextAnswer()).matches("(?s)HTTP/1\\.[01] 400 .*");
      assertThat(connection.isClosedByPeer()).isTrue();
    }
    assertThat(handled).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ambiguousRequests")
  void it_is_refused_as_well_when_it_arrives_byte_by_byte(String request) throws IOException {
    try (var connection = new RawConnection(port)) {
      for (var i = 0; i < request.length(); i++) connection.says(request.substring(i, i + 1));
      assertThat(connection.nextAnswer()).matches("(?s)HTTP/1\\.[01] 400 .*");
    } catch (java.net.SocketException closedWhileStillTalking) {
      assertThat(handled).isEmpty();
    }
    assertThat(handled).isEmpty();
  }

  @Test
  void a_good_request_before_it_is_answered_first() throws IOException {
    try (var connection = new RawConnection(port)) {
      connection.says(GOOD + "GET /bad HTTP/1.1\r\nHost: a\r\nX: 1\r\n 2\r\n\r\n" + GOOD);
      assertThat(connection.nextAnswer()).startsWith("HTTP/1.1 200 ");
      assertThat(connection.nextAnswer()).matches("(?s)HTTP/1\\.[01] 400 .*");
      assertThat(connection.isClosedByPeer()).isTrue();
    }
    assertThat(handled).containsExactly("GET /good 0");
  }

  @Test
  void pipelined_requests_with_bodies_are_all_heard() throws IOException {
    var folded = "x\r\n folded, but a body\r\n";
    try (var connection = new RawConnection(port)) {
      connection.says(
          "POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: "
              + folded.length()
              + "\r\n\r\n"
              + folded
              + "POST /2 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
              + "3\r\n\r\n \r\n2\r\n\t\t\r\n0\r\n\r\n"
              + "\r\nGET /3 HTTP/1.1\r\nHost: a\r\n\r\n"
              + "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"
              + "GET http://A/4 HTTP/1.1\r\nHost: a\r\n\r\n");
      for (var i = 0; i < 5; i++) assertThat(connection.nextAnswer()).startsWith("HTTP/1.1 200 ");
    }
    assertThat(handled)
        .containsExactly(
            "POST /1 " + folded.length(),
            "POST /2 5",
            "GET /3 0",
            "OPTIONS * 0",
            "GET http://A/4 0");
  }

  @Test
  void a_large_body_in_chunks_arrives_whole() throws IOException {
    var chunk = "\r\n x".repeat(10_000);
    try (var connection = new RawConnection(port)) {
      connection.says("POST /large HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
      for (var i = 0; i < 20; i++) {
        connection.says(Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n");
      }
      connection.says("0\r\n\r\n" + GOOD);
      assertThat(connection.nextAnswer()).startsWith("HTTP/1.1 200 ");
      assertThat(connection.nextAnswer()).startsWith("HTTP/1.1 200 ");
    }
    assertThat(handled).containsExactly("POST /large 800000", "GET /good 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"3\nabc\r\n0\r\n\r\n", "zz\r\nabc\r\n0\r\n\r\n", "3\r\nabcd\r\n0\r\n\r\n"})
  void a_broken_chunk_ends_the_connection(String body) throws IOException {
    try (var connection = new RawConnection(port)) {
      connection.says(
          "POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + body + GOOD);
      assertThat(connection.nextAnswer()).doesNotStartWith("HTTP/1.1 200 ");
      assertThat(connection.isClosedByPeer()).isTrue();
    }
    assertThat(handled).doesNotContain("GET /good 0");
  }

  @Test
  void http_1_0_may_go_without_a_host() throws IOException {
    try (var connection = new RawConnection(port)) {
      connection.says("GET /health/live HTTP/1.0\r\n\r\n");
      assertThat(connection.nextAnswer()).contains(" 200 ");
    }
  }

  @Test
  void a_head_beyond_the_limit_is_refused() throws IOException {
    try (var connection = new RawConnection(port)) {
      connection.says("GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(17_000) + "\r\n\r\n");
      assertThat(connection.nextAnswer()).startsWith("HTTP/1.1 431 ");
      assertThat(connection.isClosedByPeer()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost:",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"
      })
  void a_request_that_does_not_arrive_in_time_ends_the_connection(String start) throws IOException {
    listen(new RequestDeadline.Limits(Duration.ofMillis(200), Duration.ofMinutes(1)));
    try (var connection = new RawConnection(port)) {
      connection.says(GOOD);
      assertThat(connection.nextAnswer()).startsWith("HTTP/1.1 200 ");
      connection.says(start);
      assertThat(connection.isClosedByPeer()).isTrue();
    }
  }

  @Test
  void an_upload_has_more_time() throws IOException {
    listen(new RequestDeadline.Limits(Duration.ofMinutes(1), Duration.ofMillis(200)));
    try (var connection = new RawConnection(port)) {
      connection.says("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n");
      connection.says("Content-Type: multipart/form-data; boundary=b\r\n\r\nabc");
      assertThat(connection.isClosedByPeer()).isTrue();
    }
  }

  private void listen(RequestDeadline.Limits limits) {
    vertx
        .deployVerticle(
            new Server(limits),
            new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .await();
  }

  private final class Server extends VerticleBase {
    private final RequestDeadline.Limits limits;

    private Server(RequestDeadline.Limits limits) {
      this.limits = limits;
    }

    @Override
    public io.vertx.core.Future<HttpServer> start() {
      var options = StrictHttp.options().setHost("127.0.0.1").setPort(0);
      var server = vertx.createHttpServer(options).requestHandler(this::answer);
      StrictHttp.guard(server, options, limits);
      return server.listen().onSuccess(listening -> port = listening.actualPort());
    }

    private void answer(HttpServerRequest request) {
      request
          .body()
          .onSuccess(
              body -> {
                handled.add(request.method() + " " + request.uri() + " " + body.length());
                request.response().end("ok");
              });
    }
  }
}

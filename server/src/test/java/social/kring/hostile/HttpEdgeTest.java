package social.kring.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import social.kring.testing.RawConnection;

/**
 * No request hides another one. Each of these carries one more that would post something, behind
 * what a proxy might take for the end of the first, or before it.
 */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpEdgeTest {
  private final Fortress fortress = new Fortress(Set.of());
  private Citizen alice;

  @BeforeAll
  void meet() {
    alice = fortress.citizen("alice");
  }

  @AfterAll
  void close() {
    fortress.close();
  }

  private String host() {
    return fortress.at("/").origin().authority();
  }

  private String hidden() {
    var form = "status=smuggled";
    return "POST /api/v1/statuses HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(host(), alice.token(), form.length(), form);
  }

  private String post(String headers, String body) {
    return "POST /ap/inbox HTTP/1.1\r\nHost: " + host() + "\r\n" + headers + "\r\n" + body;
  }

  private String get(String target, String headers) {
    return "GET " + target + " HTTP/1.1\r\nHost: " + host() + "\r\n" + headers + "\r\n";
  }

  private Stream<String> framings() {
    var length = hidden().length();
    return Stream.of(
        post("Content-Length: 0\r\nTransfer-Encoding: chunked\r\n", hidden()),
        post("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n" + hidden()),
        post("Transfer-Encoding: xchunked\r\n", hidden()),
        post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n" + hidden()),
        post("Transfer-Encoding: identity, chunked\r\n", "0\r\n\r\n" + hidden()),
        post("Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n", "0\r\n\r\n" + hidden()),
        post("Transfer-Encoding : chunked\r\n", "0\r\n\r\n" + hidden()),
        post("Transfer-Encoding:\tchunked\u000b\r\n", "0\r\n\r\n" + hidden()),
        post("Transfer-Encoding\u00a0: chunked\r\n", hidden()),
        post("X: y\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + hidden()),
        post("X: y\rTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + hidden()),
        post("X: y\r\n Transfer-Encoding: chunked\r\n", "0\r\n\r\n" + hidden()),
        post("Content-Length: 0\r\nContent-Length: " + length + "\r\n", hidden()),
        post("Content-Length: 0, " + length + "\r\n", hidden()),
        post("Content-Length: -1\r\n", hidden()),
        post("Content-Length: +0\r\n", hidden()),
        post("Content-Length: 0x0\r\n", hidden()),
        post("Content-Length: 0 0\r\n", hidden()),
        post("Content-Length: 99999999999999999999\r\n", hidden()),
        post("Content-Length:\r\n", hidden()),
        post("Content-Length\t: 0\r\n", hidden()));
  }

  private Stream<String> chunks() {
    return Stream.of(
            "-1\r\n",
            "+0\r\n",
            "0x0\r\n",
            "0_0\r\n",
            "g\r\n",
            "\r\n",
            "ffffffffffffffff0\r\n",
            "80000000\r\n",
            "00000000000000000000000000000001\r\nxx\r\n0\r\n\r\n",
            "1\nx\n0\n\n",
            "1\r\nxy\r\n0\r\n\r\n",
            "1;" + "x".repeat(20_000) + "\r\n",
            "1\r\nx0\r\n\r\n",
            "0\r\nContent-Length: 5\r\nHost: evil.example\nX: y\r\n\r\n",
            "1 ;\u0000\r\nx\r\n0\r\n\r\n")
        .map(chunk -> post("Transfer-Encoding: chunked\r\n", chunk + hidden()));
  }

  private Stream<String> heads() {
    return Stream.of(
        get("/", "Host: evil.example\r\n"),
        get("http://evil.example/", ""),
        get("//evil.example/..", "X: a\u0000b\r\n"),
        get("/ HTTP/1.1\r\nX: y\r\n\r\nGET /", "X: \u0001\r\n"),
        get("/", "no colon at all\r\n"),
        get("/", ": no name\r\n"),
        get("/", "X Y: z\r\n"),
        get("/", "X: " + "y".repeat(20_000) + "\r\n"),
        get("/", "X: y\r\n".repeat(5_000)),
        get("/" + "x".repeat(9_000), ""),
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: "
            + host()
            + "\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n"
            + "Connection: Upgrade, HTTP2-Settings\r\nX: \u0002\r\n\r\n",
        "CONNECT 127.0.0.1:5432 HTTP/1.1\r\nHost: 127.0.0.1:5432\r\n\r\n",
        "GET / HTTP/0.9\r\n\r\n",
        "GET /\r\n",
        "GET  / HTTP/1.1\r\nHost: x x\r\n\r\n",
        "\u0000\u0000\u0000\u0000\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n",
        "{\"json\":1}\r\n\r\n",
        "x".repeat(100_000) + "\r\n\r\n");
  }

  @Test
  void none_of_these_lets_another_through() {
    fortress.staysAsItIs(
        () ->
            Stream.of(framings(), chunks(), heads().map(head -> head + hidden()))
                .flatMap(each -> each)
                .forEach(this::isHeardByNobody));
    assertThat(fortress.api().get("/health/live").status()).isEqualTo(200);
  }

  private void isHeardByNobody(String request) {
    var shown = request.substring(0, Math.min(300, request.length()));
    try (var connection = new RawConnection(fortress.port())) {
      connection.says(request);
      var said = connection.rest();
      assertThat(said).as(shown).doesNotContain(" 200 ").doesNotContain("HTTP/1.1 5");
      assertThat(said.split("HTTP/1\\.[01] ", -1).length).as(shown).isLessThanOrEqualTo(2);
    } catch (SocketException hungUpMeanwhile) {
      // Whoever still talks is not listened to.
    } catch (IOException failure) {
      throw new UncheckedIOException(shown, failure);
    }
  }

  @Test
  void what_is_said_behind_a_good_request_is_a_request_of_its_own() throws IOException {
    try (var connection = new RawConnection(fortress.port())) {
      connection.says(get("/health/live", "") + "garbage\r\n\r\n" + hidden());
      assertThat(connection.nextAnswer()).startsWith("HTTP/1.1 200 ");
      assertThat(connection.nextAnswer()).contains(" 400 ");
      assertThat(connection.isClosedByPeer()).isTrue();
    }
  }

  @Test
  void no_method_tells_anybody_what_they_sent() {
    for (var method : List.of("TRACE", "TRACK", "DEBUG", "PROPFIND", "get", "X".repeat(200))) {
      var answer = fortress.asks(method, "/", java.util.Map.of("Cookie", "secret=1"), new byte[0]);
      assertThat(answer.status()).as(method).isBetween(400, 499);
      assertThat(answer.body()).as(method).doesNotContain("secret");
    }
  }

  @Test
  void nobody_is_served_under_a_name_that_is_not_served() {
    for (var name :
        List.of("evil.example", "localhost", host() + ".evil.example", "127.0.0.1", "[::1]")) {
      for (var path : List.of("/", "/api/v1/instance", "/ap/inbox", "/oauth/authorize")) {
        var answer =
            RawConnection.ask(
                fortress.port(), "GET", path, java.util.Map.of("Host", name), new byte[0]);
        assertThat(answer.status()).as(name + path).isIn(400, 421);
      }
    }
  }
}

package social.kring.federation.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.benmanes.caffeine.cache.Ticker;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.kring.federation.peers.PeerPolicy;
import social.kring.platform.http.PeerClient;
import social.kring.platform.http.PeerLimits;
import social.kring.platform.http.PrivatePeers;
import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;
import social.kring.testing.ScriptedPeer;

@Timeout(60)
class RemoteFilesTest {
  private static final int LARGEST = 1_000;

  @TempDir private Path folder;
  private Vertx vertx;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
  }

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  @Test
  void a_file_arrives_whole() throws IOException {
    try (var site =
        ScriptedPeer.saying("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + "x".repeat(900))) {
      files(Duration.ofSeconds(20)).fetch(at(site), file(), LARGEST);

      assertThat(file()).hasContent("x".repeat(900));
    }
  }

  @Test
  void who_sends_without_end_is_hung_up_on() throws IOException {
    try (var site =
        ScriptedPeer.saying(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + ("1f4\r\n" + "x".repeat(500) + "\r\n").repeat(40))) {
      var problem =
          catchThrowableOfType(
              Problem.class, () -> files(Duration.ofSeconds(20)).fetch(at(site), file(), LARGEST));

      assertThat(problem.kind()).isEqualTo(Problem.Kind.UPSTREAM);
      assertThat(problem).hasMessageContaining("more than 1000 bytes");
    }
  }

  @Test
  void who_drips_runs_out_of_time_and_is_not_asked_again_at_once() throws IOException {
    try (var site =
        new ScriptedPeer(
            (out, request) -> {
              out.write(
                  "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nx"
                      .getBytes(StandardCharsets.ISO_8859_1));
              out.flush();
              Thread.sleep(Duration.ofSeconds(30));
            })) {
      var files = files(Duration.ofMillis(500));
      for (var tries = 0; tries < 2; tries++) {
        var problem =
            catchThrowableOfType(Problem.class, () -> files.fetch(at(site), file(), LARGEST));
        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
      }
      assertThat(site.accepted()).isLessThanOrEqualTo(1);
    }
  }

  private Path file() {
    return folder.resolve("file");
  }

  private static FediUrl at(ScriptedPeer site) {
    return FediUrl.parse("http://a.localhost:" + site.port() + "/file");
  }

  private RemoteFiles files(Duration total) {
    var client =
        new PeerClient(
            vertx,
            host -> Future.failedFuture(new UnknownHostException(host)),
            new PrivatePeers.All(),
            new PeerLimits(total, LARGEST, 2, 10),
            "Kring/1.0 (+https://kring.example/)");
    return new RemoteFiles(
        client, host -> PeerPolicy.NONE, Ticker.systemTicker(), new SecureRandom());
  }
}

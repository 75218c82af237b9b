package social.kring.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.kring.testing.NodeProcess;
import social.kring.testing.TestNode;
import social.kring.testing.TestPostgres;

/** What whoever runs a node can ask it, and nobody else. */
class NodeOperationsTest {
  private final ListenAddress room = new ListenAddress("127.0.0.1", NodeProcess.freePort());

  @TempDir private Path directory;
  private Node node;
  private String domain;

  @BeforeEach
  void start() {
    var settings = TestNode.settings("node", directory, TestPostgres.shared().newDatabase());
    domain = settings.domain().authority();
    node =
        Node.start(
            new Settings(
                settings.domain(),
                new Settings.Listening(settings.listening().main(), Optional.of(room)),
                settings.storage(),
                settings.trustedProxies(),
                settings.privatePeers(),
                settings.access(),
                settings.previews(),
                settings.log(),
                settings.mail()));
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void metrics_tell_of_memory_and_of_consumers_that_are_behind_and_name_no_peer()
      throws IOException {
    var metrics = get(room.port(), "localhost", "/metrics");
    assertThat(metrics)
        .startsWith("HTTP/1.1 200 ")
        .contains("jvm_memory_used_bytes")
        .contains("kring_event_lag{consumer=\"")
        .contains("kring_queue_waiting{queue=\"inbox\"} 0")
        .contains("kring_queue_parked{queue=\"deliveries\"} 0")
        .contains("kring_queue_overdue_seconds{queue=\"jobs\"}")
        .doesNotContain("remote=");
  }

  @Test
  void certificates_are_for_the_domains_that_are_served() throws IOException {
    assertThat(get(room.port(), "localhost", "/tls/ask?domain=" + domain))
        .startsWith("HTTP/1.1 200 ");
    assertThat(get(room.port(), "localhost", "/tls/ask?domain=other.example"))
        .startsWith("HTTP/1.1 404 ");
    assertThat(get(room.port(), "localhost", "/tls/ask")).startsWith("HTTP/1.1 404 ");
  }

  @Test
  void health_is_told_to_any_host_and_metrics_to_none() throws IOException {
    assertThat(get(node.port(), "elsewhere.example", "/health/live")).startsWith("HTTP/1.1 200 ");
    assertThat(get(node.port(), "elsewhere.example", "/health/ready")).startsWith("HTTP/1.1 200 ");
    assertThat(get(node.port(), "elsewhere.example", "/metrics")).startsWith("HTTP/1.1 421 ");
    assertThat(get(node.port(), domain, "/metrics")).startsWith("HTTP/1.1 404 ");
  }

  private static String get(int port, String host, String path) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      var request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

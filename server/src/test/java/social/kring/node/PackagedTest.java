package social.kring.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.kring.testing.NodeProcess;

/** The package as somebody gets it. Runs after the jar is made, see the build. */
class PackagedTest {
  @TempDir private Path directory;

  @Test
  void it_runs_where_it_is_unpacked() throws IOException {
    var tarball = run(List.of(Path.of("../deploy/assemble").toAbsolutePath().toString())).strip();
    var place = Files.createDirectory(directory.resolve("my programs"));
    run(List.of("tar", "-xzf", tarball, "-C", place.toString()));
    try (var unpacked = Files.list(place)) {
      var launcher = unpacked.findFirst().orElseThrow().resolve("bin/kring");
      var node = new NodeProcess(directory, List.of(launcher.toString()));
      var process = node.start();
      assertThat(node.get("/.well-known/nodeinfo")).startsWith("HTTP/1.1 200 ");
      assertThat(node.get("/app")).startsWith("HTTP/1.1 200 ");
      process.destroy();
      assertThat(NodeProcess.await(process, Duration.ofSeconds(10))).isZero();
    }
  }

  @Test
  void what_was_acknowledged_outlives_a_kill() throws IOException {
    var jar = Path.of("target/kring.jar").toAbsolutePath().toString();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var node = new NodeProcess(directory, List.of(java, "-Xmx224m", "-jar", jar));
    var process = node.start();
    var made =
        node.run(
            "account",
            "create",
            "alice",
            "--email",
            "a@mail.example",
            "--password",
            "long enough 1");
    assertThat(made.status()).isZero();
    process.destroyForcibly();
    NodeProcess.await(process, Duration.ofSeconds(10));
    var again = node.start();
    assertThat(node.get("/.well-known/webfinger?resource=acct:alice@node.localhost:" + node.port()))
        .startsWith("HTTP/1.1 200 ");
    again.destroy();
    assertThat(NodeProcess.await(again, Duration.ofSeconds(10))).isZero();
  }

  private String run(List<String> command) throws IOException {
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes());
    assertThat(NodeProcess.await(process, Duration.ofSeconds(60))).isZero();
    return said;
  }
}

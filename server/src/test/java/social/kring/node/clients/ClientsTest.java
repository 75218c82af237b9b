package social.kring.node.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.kring.testing.NodeProcess;

/**
 * Apps that people use today, unchanged, on a node in a process of its own: each signs in as its
 * people do, and its own types read whatever the node says. The stories are in web-ui/test/clients.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(360)
class ClientsTest {
  private static final String PASSWORD = "correct horse battery staple";
  private static final Path STORIES = Path.of("..", "web-ui");

  private NodeProcess node;
  private Process running;

  @BeforeAll
  void start(@TempDir Path directory) {
    node = new NodeProcess(directory);
    // A name that other programs than ours find, too.
    node.set("KRING_DOMAIN", "localhost:" + node.port())
        .set("KRING_RATE_LIMIT", "off")
        .set("KRING_SIGNUPS", "open");
    running = node.start();
    signsUp("owner");
    runs("instance", "set", "contact_account", "owner");
  }

  @AfterAll
  void stop() {
    running.destroy();
    NodeProcess.await(running, Duration.ofSeconds(30));
  }

  @Test
  void masto() throws IOException {
    signsUp("ada", "ben");
    assertThat(plays("masto", "ada", "ben")).contains("signs out");
  }

  @Test
  void megalodon() throws IOException {
    signsUp("cleo", "dirk");
    assertThat(plays("megalodon", "cleo", "dirk")).contains("signs out");
  }

  @Test
  void toot() throws IOException {
    assumeTrue(isInstalled("toot"), "toot is a package of Debian; deploy/kring test installs it");
    signsUp("eva", "fred");
    assertThat(plays("toot", "eva", "fred", tokenOf("fred"))).contains("signs out");
  }

  private void signsUp(String... names) {
    for (var name : names) {
      var email = name + "@mail.example";
      runs("account", "create", name, "--email", email, "--password", PASSWORD);
    }
  }

  private String runs(String... command) {
    var outcome = node.run(command);
    assertThat(outcome.status()).as(outcome.err()).isZero();
    return outcome.out();
  }

  private String tokenOf(String name) {
    return runs("account", "token", name, "--scopes", "read write follow push")
        .strip()
        .lines()
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  /**
   * @return what was seen, a step a line
   */
  private String plays(String story, String name, String friend, String... more)
      throws IOException {
    var command = new ArrayList<>(List.of("node", "test/clients/" + story + ".mjs"));
    command.addAll(List.of("http://localhost:" + node.port(), name, PASSWORD, friend));
    command.addAll(List.of(more));
    var process =
        new ProcessBuilder(command).directory(STORIES.toFile()).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes());
    assertThat(NodeProcess.await(process, Duration.ofSeconds(10))).as(said).isZero();
    return said;
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}

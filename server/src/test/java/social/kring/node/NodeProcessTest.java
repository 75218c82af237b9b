package social.kring.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.kring.testing.NodeProcess;

/** A node as an operator meets it: processes, signals, statuses. */
class NodeProcessTest {
  @TempDir private Path directory;

  @Test
  void one_is_filled_by_commands_backed_up_while_it_runs_and_restored_elsewhere() throws Exception {
    var node = new NodeProcess(Files.createDirectory(directory.resolve("a node")));
    var made =
        node.run(
            "account",
            "create",
            "alice",
            "--email",
            "a@mail.example",
            "--password",
            "long enough 1");
    assertThat(made.err()).isEmpty();
    assertThat(made.status()).isZero();

    var process = node.start();
    var token = node.run("account", "token", "alice", "--scopes", "read write follow push");
    assertThat(token.out().strip()).matches("[A-Za-z0-9_-]{40,}");
    assertThat(node.run("account", "token", "bob", "--scopes", "read"))
        .isEqualTo(
            new NodeProcess.Outcome(
                1, "", "kring: nobody here is called bob@node.localhost:" + node.port() + "\n"));
    var second = node.run("run");
    assertThat(second.status()).isEqualTo(1);
    assertThat(second.err()).contains("is in use by another Kring").hasLineCount(1);
    var backup = directory.resolve("node.kring");
    assertThat(node.run("backup", "--to", backup.toString()).status()).isZero();

    var began = System.nanoTime();
    process.destroy();
    assertThat(NodeProcess.await(process, Duration.ofSeconds(10))).isZero();
    System.out.printf("A node ended %d ms after SIGTERM%n", millisSince(began));

    var other =
        new NodeProcess(Files.createDirectory(directory.resolve("b")))
            .set("KRING_DOMAIN", "node.localhost:" + node.port());
    assertThat(other.run("restore", "--from", backup.toString()).err()).isEmpty();
    assertThat(other.run("restore", "--from", backup.toString()).err())
        .contains("is not empty")
        .hasLineCount(1);
    began = System.nanoTime();
    var restored = other.start();
    System.out.printf("A second start took %d ms to the first answer%n", millisSince(began));
    assertThat(other.run("account", "token", "alice", "--scopes", "read").status()).isZero();
    restored.destroy();
    assertThat(NodeProcess.await(restored, Duration.ofSeconds(10))).isZero();
  }

  @Test
  void wrong_usage_and_wrong_settings_are_told_in_one_line() throws Exception {
    var node = new NodeProcess(directory);
    var usage = node.run("account", "create", "alice");
    assertThat(usage.status()).isEqualTo(2);
    assertThat(usage.err()).contains("--email").hasLineCount(1);
    var settings = node.set("KRING_SIGNUPS", "sometimes").run("run");
    assertThat(settings.status()).isEqualTo(1);
    assertThat(settings.err()).startsWith("kring: KRING_SIGNUPS").hasLineCount(1);
    assertThat(directory.resolve("data")).doesNotExist();
  }

  private static long millisSince(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
  }
}

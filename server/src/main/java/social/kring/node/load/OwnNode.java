package social.kring.node.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import social.kring.protocol.Problem;

/**
 * A node that is started only to be measured: this program, by the same JVM with the same options,
 * in a folder of its own, with a database of its own.
 */
final class OwnNode implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final String ASKED =
      "GET /health/ready HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";

  private final Path folder;
  private final int port = freePort();
  private Process process;

  /**
   * @param folder that holds its data, and what it says
   */
  OwnNode(Path folder) {
    this.folder = folder;
  }

  String address() {
    return "http://" + authority();
  }

  private String authority() {
    return "load.localhost:" + port;
  }

  /**
   * Returns when it has answered for the first time.
   *
   * @return how long that took, from the start of the process
   */
  Duration start() throws IOException, InterruptedException {
    var begin = System.nanoTime();
    process = process("run").start();
    while (!isReady()) {
      if (!process.isAlive() || InboundLoad.since(begin).compareTo(LONGEST) > 0) {
        throw Problem.unavailable("The node does not start: see " + log(), LONGEST);
      }
      Thread.sleep(5);
    }
    return InboundLoad.since(begin);
  }

  private boolean isReady() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(ASKED.formatted(authority()).getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8)
          .endsWith(" 200");
    } catch (IOException notYet) {
      return false;
    }
  }

  /** What another command says about the same node, the last line of it. */
  String command(String... words) throws IOException, InterruptedException {
    var run = process(words).redirectOutput(ProcessBuilder.Redirect.PIPE).start();
    var said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (run.waitFor() != 0) throw Problem.unavailable("A command failed: see " + log(), LONGEST);
    return said.strip().lines().reduce("", (before, last) -> last);
  }

  /** How much memory the process has now, in MB, its database apart. */
  long megabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
        .findFirst()
        .orElseThrow();
  }

  private ProcessBuilder process(String... words) {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "social.kring.node.Main"));
    command.addAll(List.of(words));
    var process = new ProcessBuilder(command);
    process.environment().putAll(settings());
    return process
        .redirectErrorStream(false)
        .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
  }

  private Map<String, String> settings() {
    return Map.of(
        "KRING_DATA_DIR",
        folder.resolve("data").toString(),
        "KRING_DOMAIN",
        authority(),
        "KRING_LISTEN",
        "127.0.0.1:" + port,
        "KRING_OPS_LISTEN",
        "off",
        "KRING_RATE_LIMIT",
        "off",
        "KRING_ALLOW_PRIVATE_PEERS",
        "true");
  }

  private Path log() {
    return folder.resolve("log");
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** As an operator stops it; it may be started again. */
  void stop() {
    if (process == null) return;
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
  }
}

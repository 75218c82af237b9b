package social.kring.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Commands of this build as processes of their own, as an operator runs them. */
public final class NodeProcess {
  private static final long PATIENCE_SECONDS = 120;

  private final Map<String, String> environment = new HashMap<>();
  private final Path directory;
  private final List<String> program;
  private final int port = freePort();

  /** What a command came to. */
  public record Outcome(int status, String out, String err) {}

  /**
   * @param directory what it writes is kept here
   */
  public NodeProcess(Path directory) {
    this(directory, java());
  }

  /**
   * @param program what commands are given to
   */
  public NodeProcess(Path directory, List<String> program) {
    this.directory = directory;
    this.program = program;
    set("KRING_DATA_DIR", directory.resolve("data").toString());
    set("KRING_DOMAIN", "node.localhost:" + port);
    set("KRING_LISTEN", "127.0.0.1:" + port);
    set("KRING_OPS_LISTEN", "off");
  }

  private static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx224m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        System.getProperty("java.class.path"),
        "social.kring.node.Main");
  }

  public NodeProcess set(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public int port() {
    return port;
  }

  /** Runs a command to its end. */
  public Outcome run(String... arguments) {
    var started = System.nanoTime();
    var out = directory.resolve("out-" + started);
    var err = directory.resolve("err-" + started);
    try {
      var process =
          builder(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      var status = await(process, Duration.ofSeconds(PATIENCE_SECONDS));
      return new Outcome(status, Files.readString(out), Files.readString(err));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Starts the node and waits until it answers. */
  public Process start() {
    var log = directory.resolve("node.log");
    try {
      var process = builder("run").redirectErrorStream(true).redirectOutput(log.toFile()).start();
      var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (!answers()) {
        if (!process.isAlive() || System.nanoTime() > end) {
          process.destroyForcibly();
          throw new IllegalStateException("The node does not start: " + Files.readString(log));
        }
        process.waitFor(20, TimeUnit.MILLISECONDS);
      }
      return process;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private boolean answers() {
    try {
      return get("/health/ready").startsWith("HTTP/1.1 200 ");
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /** The whole answer to a request by name, over a connection of its own. */
  public String get(String path) {
    var request =
        "GET %s HTTP/1.1\r\nHost: node.localhost:%d\r\nConnection: close\r\n\r\n"
            .formatted(path, port);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * @return the status with which it ended
   */
  public static int await(Process process, Duration patience) {
    try {
      if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) return process.exitValue();
      process.destroyForcibly();
      throw new IllegalStateException("The process did not end within " + patience);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private ProcessBuilder builder(String... arguments) {
    var command = new ArrayList<>(program);
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("KRING_"));
    builder.environment().putAll(environment);
    return builder;
  }

  public static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

package social.kring.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import social.kring.node.Commands;
import social.kring.protocol.url.FediUrl;

/**
 * A node as a process of its own, which can be killed: the packaged one where there is one, else
 * the same classes with the same flags.
 */
final class NodeProcess implements AutoCloseable {
  private static final Duration UP_WITHIN = Duration.ofSeconds(120);
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);
  private static final String MAIN = "social.kring.node.Main";

  private final Line line;
  private final Path directory;
  private final Map<String, String> settings = new HashMap<>();
  private final FediUrl base;
  private final List<String> entering;
  private Process process;
  private volatile boolean up;

  /**
   * @param more settings, as the database where it is not the node's own
   */
  NodeProcess(String name, Line line, Map<String, String> more) {
    this(name, line, more, List.of());
  }

  /**
   * @param entering what its commands begin with, as to see what others do not
   */
  NodeProcess(String name, Line line, Map<String, String> more, List<String> entering) {
    this.line = line;
    this.entering = entering;
    var authority = name + ".localhost:" + freePort();
    base = FediUrl.parse("http://" + authority);
    directory = temporary(name);
    settings.putAll(
        Map.of(
            "KRING_DOMAIN",
            authority,
            "KRING_LISTEN",
            "127.0.0.1:" + base.port(),
            "KRING_DATA_DIR",
            directory.resolve("data").toString(),
            "KRING_ALLOW_PRIVATE_PEERS",
            "true",
            "KRING_RATE_LIMIT",
            "off",
            "KRING_OPS_LISTEN",
            "off",
            "KRING_LOG",
            "text"));
    settings.putAll(more);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path temporary(String name) {
    try {
      return Files.createTempDirectory("kring-faults-" + name);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  FediUrl at(String path) {
    return FediUrl.parse(base.text() + path);
  }

  FediUrl sharedInbox() {
    return at("/ap/inbox");
  }

  Line line() {
    return line;
  }

  Path data() {
    return directory.resolve("data");
  }

  boolean isUp() {
    return up;
  }

  /**
   * Returns when it answers.
   *
   * @return how long that took
   */
  Duration start() {
    try {
      process =
          prepared(command("run"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
              .start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    var took = Patience.until(this::lastWords, UP_WITHIN, this::isReadyOrDead);
    if (!process.isAlive()) throw new AssertionError("the node ended: " + lastWords());
    up = true;
    return took;
  }

  private boolean isReadyOrDead() {
    return !process.isAlive() || isReady();
  }

  boolean isReady() {
    return line.ask("GET", at("/health/ready"), Map.of(), new byte[0]).status() == 200;
  }

  /** As by {@code kill -9}. */
  void kill() {
    up = false;
    process.destroyForcibly();
    awaitEnd(ENDS_WITHIN);
  }

  /**
   * As by {@code kill}.
   *
   * @return how long it took to end
   */
  Duration terminate() {
    up = false;
    var begun = System.nanoTime();
    process.destroy();
    awaitEnd(ENDS_WITHIN);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** How much of the machine's memory the process has, its database apart. */
  int megabytes() {
    try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS"))
          .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1_024)
          .findFirst()
          .orElseThrow();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  int exitStatus() {
    return process.exitValue();
  }

  private void awaitEnd(Duration within) {
    try {
      if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("the node does not end");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /** Makes accounts; the node runs. */
  List<Member> members(String... names) {
    var commands =
        Stream.of(names)
            .flatMap(
                name ->
                    Stream.of(
                        "account create %s --email %s@example.org --password long-and-%s"
                            .formatted(name, name, name),
                        "account token %s --scopes read,write,follow".formatted(name)))
            .toList();
    var said = kring(commands);
    var members = new ArrayList<Member>();
    for (var i = 0; i < names.length; i++) {
      members.add(new Member(this, names[i], said.get(2 * i + 1).getLast()));
    }
    return members;
  }

  /** What one command says, line by line. */
  List<String> kring(String command) {
    return kring(List.of(command)).getFirst();
  }

  private List<List<String>> kring(List<String> commands) {
    try {
      var process = prepared(java(Commands.class.getName(), commands)).start();
      process.getOutputStream().close();
      var said = new String(process.getInputStream().readAllBytes());
      var failed = new String(process.getErrorStream().readAllBytes());
      if (process.waitFor() != 0) throw new AssertionError(commands + ": " + failed + said);
      return Arrays.stream(said.split(Commands.END + "\n"))
          .map(each -> each.lines().toList())
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private static List<String> command(String argument) {
    var packaged = System.getProperty("kring.jar", "");
    if (packaged.isEmpty()) return java(MAIN, List.of(argument));
    var command = new ArrayList<>(virtualMachine());
    command.addAll(List.of("-jar", packaged, argument));
    return command;
  }

  private static List<String> java(String main, List<String> arguments) {
    var command = new ArrayList<>(virtualMachine());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(arguments);
    return command;
  }

  /** As the launcher starts it. */
  private static List<String> virtualMachine() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "--sun-misc-unsafe-memory-access=allow");
  }

  private ProcessBuilder prepared(List<String> command) {
    var all = Stream.concat(entering.stream(), command.stream()).toList();
    var builder = new ProcessBuilder(all).directory(directory.toFile());
    builder.environment().keySet().removeIf(key -> key.startsWith("KRING_"));
    builder.environment().putAll(settings);
    return builder;
  }

  private Path log() {
    return directory.resolve("node.log");
  }

  /** What it has logged so far. */
  List<String> logged() {
    try {
      return Files.exists(log()) ? Files.readAllLines(log()) : List.of();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String lastWords() {
    var lines = logged();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
  }

  /** Its log outlives it in {@code target}, for who wants to know why a test failed. */
  @Override
  public void close() {
    if (process != null && process.isAlive()) process.destroy();
    try {
      if (process != null && !process.waitFor(15, TimeUnit.SECONDS)) process.destroyForcibly();
      var kept = Path.of("target", "faults-" + base.host() + ".log");
      Files.createDirectories(kept.getParent());
      if (Files.exists(log())) {
        Files.copy(log(), kept, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
      try (var files = Files.walk(directory)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}

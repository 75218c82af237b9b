package social.kring.node.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody's node: a process of its own, with a database of its own. */
final class Company implements AutoCloseable {
  private static final int SECONDS_TO_END = 15;

  private final String name;
  private final Place place;
  private final Path directory;
  private final Map<String, String> settings;
  private Process process;

  /**
   * @param peers authorities of all nodes of the demo, which alone may be reached
   */
  Company(String name, Place place, Path directory, List<String> peers) {
    this.name = name;
    this.place = place;
    this.directory = directory;
    this.settings =
        Map.of(
            "KRING_DOMAIN",
            place.authority(),
            "KRING_LISTEN",
            "127.0.0.1:" + place.port(),
            "KRING_DATA_DIR",
            directory.resolve("data").toString(),
            "KRING_ALLOW_PRIVATE_PEERS",
            String.join(",", peers),
            "KRING_SIGNUPS",
            "open",
            "KRING_RATE_LIMIT",
            "off",
            "KRING_OPS_LISTEN",
            "off",
            "KRING_LOG",
            "text");
  }

  String name() {
    return name;
  }

  Place place() {
    return place;
  }

  /** What this node is, for commands that work on it. */
  Map<String, String> settings() {
    return settings;
  }

  /** Begins to run the node, as the launcher does. */
  void start(Class<?> main) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ownOptions());
    command.addAll(List.of("-cp", classPath(), main.getName(), "run"));
    try {
      Files.createDirectories(directory);
      process = prepared(command).start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The node runs as this process does, a record of an earlier start included. */
  private static List<String> ownOptions() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-agentlib:jdwp"))
        .toList();
  }

  /** This process's own, from wherever another one is started. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private ProcessBuilder prepared(List<String> command) {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(directory.toFile());
    builder.redirectOutput(log().toFile());
    builder.environment().keySet().removeIf(key -> key.startsWith("KRING_"));
    builder.environment().putAll(settings);
    return builder;
  }

  /**
   * @throws Unmet where the process has ended, with the last thing that it said
   */
  void requireAlive() {
    if (process.isAlive()) return;
    throw new Unmet(
        "expected %s to run at %s, but it ended with %d: %s"
            .formatted(name, place.address(), process.exitValue(), lastWords()));
  }

  Path directory() {
    return directory;
  }

  private Path log() {
    return directory.resolve("node.log");
  }

  private String lastWords() {
    try {
      var lines = Files.readAllLines(log());
      return lines.isEmpty() ? "it said nothing" : lines.getLast();
    } catch (IOException unreadable) {
      return "its log cannot be read";
    }
  }

  /** Asks the node to end, and ends it where it does not. */
  @Override
  public void close() {
    if (process == null) return;
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException hurried) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

package social.kring.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.door.cli.OpenNode;
import social.kring.door.cli.Premises;
import social.kring.node.demo.Demo;
import social.kring.platform.http.PrivatePeers;

/** The node that an environment describes: this process's own, unless given another. */
public final class MachinePremises implements Premises {
  private static final Logger log = LoggerFactory.getLogger(MachinePremises.class);

  private final Map<String, String> environment;
  private final Path workingDirectory;

  MachinePremises() {
    this(System.getenv(), Path.of(""));
  }

  /**
   * @param workingDirectory where {@code kring.yaml} may lie
   */
  public MachinePremises(Map<String, String> environment, Path workingDirectory) {
    this.environment = environment;
    this.workingDirectory = workingDirectory;
  }

  @Override
  public void run() {
    var reader = reader();
    var settings = reader.read();
    Logging.ofNode(settings.log());
    warn(reader, settings);
    try (var stopping = Stopping.onSignal()) {
      Node.start(settings, stopping.resources(), Cryptography.begin());
      waitForSignal();
    }
  }

  private static void warn(SettingsReader reader, Settings settings) {
    for (var name : reader.unknown()) {
      log.atWarn().addKeyValue("name", name).log("not a setting of Kring, and ignored");
    }
    if (!(settings.privatePeers() instanceof PrivatePeers.None)) {
      log.atWarn()
          .addKeyValue("peers", settings.privatePeers())
          .log(
              "PRIVATE ADDRESSES MAY BE REACHED by federation: for tests and closed networks only");
    }
  }

  /** A signal ends the process by way of its shutdown hook. */
  private static void waitForSignal() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public OpenNode open() {
    return Visit.on(reader().read());
  }

  @Override
  public int demo(boolean once) {
    return new Demo(MachinePremises::new, Main.class).play(once);
  }

  @Override
  public void backUp(Path file) {
    new NodeBackup(reader().read()).write(file);
  }

  @Override
  public void restore(Path file) {
    new NodeBackup(reader().read()).restore(file);
  }

  @Override
  public void rehearse(Path directory) {
    try {
      new Rehearsal(directory.toAbsolutePath()).play();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private SettingsReader reader() {
    return new SettingsReader(
        environment, workingDirectory, home(), Boolean.getBoolean("kring.terminal"));
  }

  /** What the shell calls so, which may be another than the user's own. */
  private Path home() {
    var said = environment.getOrDefault("HOME", "");
    return Path.of(said.isBlank() ? System.getProperty("user.home") : said);
  }
}

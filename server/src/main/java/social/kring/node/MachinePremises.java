package social.kring.node;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.door.cli.OpenNode;
import social.kring.door.cli.Premises;
import social.kring.platform.http.PrivatePeers;

/** The node that this process's environment describes. */
final class MachinePremises implements Premises {
  private static final Logger log = LoggerFactory.getLogger(MachinePremises.class);

  @Override
  public void run() {
    var reader = reader();
    var settings = reader.read();
    Logging.ofNode(settings.log());
    warn(reader, settings);
    Cryptography.install();
    var node = Node.start(settings);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(node)));
    waitForSignal();
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

  /** Being told to stop is no failure, whatever status the JVM would give it. */
  private static void stop(Node node) {
    node.close();
    Runtime.getRuntime().halt(0);
  }

  @Override
  public OpenNode open() {
    var settings = reader().read();
    var resources = new Resources();
    try {
      var platform = PlatformLayer.join(settings, resources);
      var federation = FederationLayer.on(settings, platform);
      var community = CommunityLayer.on(settings, platform, federation);
      return new OpenNode(
          platform.database(),
          platform.domains(),
          federation.actors(),
          community.residents().access(),
          community.moderation().domainBlocks(),
          resources::close);
    } catch (RuntimeException failure) {
      resources.close();
      throw failure;
    }
  }

  private static SettingsReader reader() {
    return new SettingsReader(
        System.getenv(),
        Path.of(""),
        Path.of(System.getProperty("user.home")),
        Boolean.getBoolean("kring.terminal"));
  }
}

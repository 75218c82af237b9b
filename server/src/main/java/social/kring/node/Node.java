package social.kring.node;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.door.activitypub.HotAnswers;

/** A running node. */
public final class Node implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Node.class);

  private final Resources resources;
  private final PlatformLayer platform;
  private final int port;

  private Node(Resources resources, PlatformLayer platform, int port) {
    this.resources = resources;
    this.platform = platform;
    this.port = port;
  }

  /**
   * Starts everything; it answers when this returns.
   *
   * @throws social.kring.protocol.Problem in one line, with everything closed again
   */
  public static Node start(Settings settings) {
    var resources = new Resources();
    try {
      return start(settings, resources);
    } catch (RuntimeException failure) {
      resources.close();
      throw failure;
    }
  }

  private static Node start(Settings settings, Resources resources) {
    var hot = new HotAnswers();
    var platform = PlatformLayer.open(settings, resources, hot::hear);
    var federation = FederationLayer.on(settings, platform);
    var community = CommunityLayer.on(settings, platform, federation);
    var receiving = Reception.of(platform, federation, community.capabilities());
    var sending = Dispatch.of(settings, platform, federation, community.capabilities());
    var work = WorkLayer.on(platform, federation, community, receiving, sending);
    var doors = new DoorLayer(settings, platform, federation, community, receiving.inbox(), hot);
    var listener =
        HttpListener.listen(
            platform.vertx(), settings.listening().main(), Setting.LISTEN, doors.front()::router);
    work.start(platform, resources);
    log.atInfo()
        .addKeyValue("domain", settings.domain().authority())
        .addKeyValue("listen", settings.listening().main().toString())
        .log("the node is up");
    return new Node(resources, platform, listener.port());
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  public PlatformLayer platform() {
    return platform;
  }

  @Override
  public void close() {
    resources.close();
  }
}

package social.kring.node;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.door.operations.BackRoom;
import social.kring.door.operations.CertificateDoor;
import social.kring.door.operations.MetricsDoor;
import social.kring.platform.http.NameLookup;
import social.kring.platform.http.SystemNames;

/** A running node. */
public final class Node implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Node.class);

  private final Resources resources;
  private final PlatformLayer platform;
  private final CommunityLayer community;
  private final int port;

  private Node(Resources resources, PlatformLayer platform, CommunityLayer community, int port) {
    this.resources = resources;
    this.platform = platform;
    this.community = community;
    this.port = port;
  }

  /**
   * Starts everything; it answers when this returns.
   *
   * @throws social.kring.protocol.Problem in one line, with everything closed again
   */
  public static Node start(Settings settings) {
    return start(settings, SystemNames::new);
  }

  /** As above, where peers' names have the addresses that somebody else says. */
  public static Node start(Settings settings, Function<Vertx, NameLookup> names) {
    var resources = new Resources();
    try {
      return start(settings, resources, names, Beside.done("what the JVM has"));
    } catch (RuntimeException failure) {
      resources.close();
      throw failure;
    }
  }

  /**
   * As above; what is opened stays open where this fails.
   *
   * @param resources takes what is opened
   * @param cryptography needed before anything is signed
   */
  static Node start(Settings settings, Resources resources, Beside<String> cryptography) {
    return start(settings, resources, SystemNames::new, cryptography);
  }

  private static Node start(
      Settings settings,
      Resources resources,
      Function<Vertx, NameLookup> names,
      Beside<String> cryptography) {
    var remembered = Remembered.nothing();
    var platform = PlatformLayer.open(settings, resources, remembered::hear, names, cryptography);
    var federation = FederationLayer.on(settings, platform);
    var community = CommunityLayer.on(settings, platform, federation);
    var receiving = Reception.of(platform, federation, community.capabilities());
    var sending = Dispatch.of(settings, platform, federation, community.capabilities());
    var work = WorkLayer.on(platform, federation, community, receiving, sending);
    work.startSending(resources);
    var doors =
        new DoorLayer(settings, platform, federation, community, receiving.inbox(), remembered);
    var mastodon = doors.mastodon();
    mastodon.streaming().begin(work.events(), platform.happenings().workers());
    var listener =
        resources.add(
            HttpListener.listen(
                platform.vertx(),
                settings.listening().main(),
                Setting.LISTEN,
                doors.front(mastodon)::router));
    resources.add(mastodon.streaming());
    openBackRoom(settings, resources, platform, work);
    work.start(platform, resources);
    log.atInfo()
        .addKeyValue("domain", settings.domain().authority())
        .addKeyValue("listen", settings.listening().main().toString())
        .log("the node is up");
    return new Node(resources, platform, community, listener.port());
  }

  private static void openBackRoom(
      Settings settings, Resources resources, PlatformLayer platform, WorkLayer work) {
    var meters = platform.watching().meters();
    if (meters.isEmpty()) return;
    var metrics = new MetricsDoor(meters.get(), work.queues()::now);
    var room = new BackRoom(List.of(metrics, new CertificateDoor(platform.domains())));
    resources.add(
        HttpListener.listen(
            platform.vertx(),
            settings.listening().operations().orElseThrow(),
            Setting.OPS_LISTEN,
            room::router));
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  public PlatformLayer platform() {
    return platform;
  }

  public CommunityLayer community() {
    return community;
  }

  @Override
  public void close() {
    resources.close();
  }
}

package social.kring.node;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.List;
import java.util.stream.Stream;
import social.kring.community.Capability;
import social.kring.federation.profiles.ActorDeletionHandler;
import social.kring.federation.profiles.ActorUpdateHandler;
import social.kring.federation.receiving.ActivityHandler;
import social.kring.federation.receiving.HandlerRegistry;
import social.kring.federation.receiving.InboxWorker;
import social.kring.federation.receiving.Receiving;
import social.kring.protocol.json.JsonLd;

/** How activities come in, and everybody who handles them. */
final class Reception {
  private Reception() {}

  /**
   * @throws IllegalArgumentException where two capabilities handle the same
   */
  static Receiving of(
      PlatformLayer platform, FederationLayer federation, List<Capability> capabilities) {
    var home =
        new Receiving.Home(
            platform.database(),
            federation.actors(),
            platform.instruments().ids(),
            platform.instruments().clock(),
            Ticker.systemTicker(),
            platform.storage().directory().processName());
    var outside =
        new Receiving.Outside(
            federation.elsewhere(), federation.documents(), federation.peers(), JsonLd::compact);
    var handlers =
        new Receiving.Handlers(
            new HandlerRegistry(handlers(federation, capabilities)),
            capabilities.stream().flatMap(each -> each.kinds().stream()).toList(),
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    var workers = platform.happenings().workers();
    var capacity =
        new Receiving.Capacity(Receiving.Capacity.USUAL, () -> workers.wake(InboxWorker.NAME));
    return Receiving.on(home, outside, handlers, capacity);
  }

  static List<ActivityHandler<?>> handlers(
      FederationLayer federation, List<Capability> capabilities) {
    var actors = federation.actors();
    var elsewhere = federation.elsewhere();
    return Stream.<ActivityHandler<?>>concat(
            Stream.of(
                new ActorUpdateHandler(actors, elsewhere.actors()),
                new ActorDeletionHandler(actors, elsewhere.departures())),
            capabilities.stream().flatMap(each -> each.handlers().stream()))
        .toList();
  }
}

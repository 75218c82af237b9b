package social.kring.node;

import social.kring.community.house.House;
import social.kring.community.media.CacheUsage;
import social.kring.door.cli.OpenNode;

/** The graph for a command, on the database of a node that may be running. */
final class Visit {
  private Visit() {}

  static OpenNode on(Settings settings) {
    var resources = new Resources();
    try {
      return on(settings, resources);
    } catch (RuntimeException failure) {
      resources.close();
      throw failure;
    }
  }

  private static OpenNode on(Settings settings, Resources resources) {
    var platform = PlatformLayer.join(settings, resources);
    var federation = FederationLayer.on(settings, platform);
    var community = CommunityLayer.on(settings, platform, federation);
    return new OpenNode(
        platform.database(),
        platform.domains(),
        federation.actors(),
        community.residents().access(),
        new OpenNode.Keeping(
            community.moderation(), House.on(community.foundation()), community.emojis()),
        OperatorQueues.of(settings, platform, federation, community.capabilities()),
        () -> CacheUsage.in(platform.storage().directory().mediaCache()),
        resources::close);
  }
}

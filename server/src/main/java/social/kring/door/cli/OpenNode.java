package social.kring.door.cli;

import java.util.function.Supplier;
import social.kring.community.access.Access;
import social.kring.community.emoji.CustomEmojis;
import social.kring.community.house.House;
import social.kring.community.media.CacheUsage;
import social.kring.community.moderation.DomainBlocks;
import social.kring.community.moderation.Moderation;
import social.kring.federation.actors.Actors;
import social.kring.platform.domains.Domains;
import social.kring.platform.storage.Database;

/**
 * The parts of a node that commands use.
 *
 * @param closing lets go of all of it
 */
public record OpenNode(
    Database database,
    Domains domains,
    Actors actors,
    Access access,
    Keeping keeping,
    Queues queues,
    Supplier<CacheUsage> cachedMedia,
    Runnable closing)
    implements AutoCloseable {

  /** How the node is kept. */
  public record Keeping(Moderation moderation, House house, CustomEmojis emojis) {}

  Moderation moderation() {
    return keeping.moderation();
  }

  DomainBlocks blocks() {
    return moderation().domainBlocks();
  }

  House house() {
    return keeping.house();
  }

  CustomEmojis emojis() {
    return keeping.emojis();
  }

  @Override
  public void close() {
    closing.run();
  }
}

package social.kring.community.relationships;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import social.kring.community.PageRequest;
import social.kring.community.relationships.BlockTable.BlockRow;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.events.Publication;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;

/** Blocking, as people here do it: both disappear from each other, and follows between them end. */
public final class Blocks {
  private final BlockTable table;
  private final Follows follows;
  private final BlockBuilder builder;
  private final BlockEvents events;
  private final Ids ids;
  private final Clock clock;

  Blocks(
      BlockTable table,
      Follows follows,
      BlockBuilder builder,
      BlockEvents events,
      Ids ids,
      Clock clock) {
    this.table = table;
    this.follows = follows;
    this.builder = builder;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Blocks somebody; nothing happens if that is so already.
   *
   * @throws Problem INVALID for oneself
   */
  public void block(Transaction tx, ActorRow blocker, ActorRow blocked) {
    if (blocker.id() == blocked.id()) {
      throw Problem.invalid("nobody can block themselves");
    }
    follows.unfollow(tx, blocker, blocked, EndReason.BLOCKED);
    follows.removeFollower(tx, blocker, blocked, EndReason.BLOCKED);
    var row = new BlockRow(ids.next(), blocker.id(), blocked.id(), builder.newId(blocker));
    if (table.insert(tx, row, clock.instant())) {
      var block = builder.block(blocker, blocked, row.activity());
      events.made(tx, row, remote(blocked, block));
    }
  }

  /** Ends a block; nothing happens where there is none. */
  public void unblock(Transaction tx, ActorRow blocker, ActorRow blocked) {
    table
        .delete(tx, blocker.id(), blocked.id())
        .ifPresent(
            row -> {
              var undo = builder.undo(blocker, blocked, row.activity());
              events.ended(tx, row, remote(blocked, undo));
            });
  }

  /** Whether either of the two blocks the other. */
  public boolean existBetween(Queries queries, long one, long other) {
    return table.existBetween(queries, one, other);
  }

  /** Whom somebody blocks, newest first. */
  public List<Edge> blockedBy(Queries queries, long blocker, PageRequest page) {
    return table.of(queries, blocker, page);
  }

  private static Optional<Publication> remote(ActorRow recipient, Publication publication) {
    return Optional.of(publication).filter(ignored -> !recipient.local());
  }
}

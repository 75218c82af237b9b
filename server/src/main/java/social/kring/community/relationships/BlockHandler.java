package social.kring.community.relationships;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import social.kring.community.relationships.BlockTable.BlockRow;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.federation.receiving.ActivityHandler;
import social.kring.federation.receiving.Fetched;
import social.kring.federation.receiving.Needs;
import social.kring.federation.receiving.ObjectKind;
import social.kring.federation.receiving.Outcome;
import social.kring.federation.receiving.Received;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Block;

/**
 * Someone elsewhere blocks one of ours: they disappear from each other here too. ActivityPub §6.9.
 */
final class BlockHandler implements ActivityHandler<Block> {
  private final Actors actors;
  private final Tables tables;
  private final FollowTransitions transitions;
  private final BlockEvents events;
  private final Ids ids;
  private final Clock clock;

  BlockHandler(
      Actors actors,
      Tables tables,
      FollowTransitions transitions,
      BlockEvents events,
      Ids ids,
      Clock clock) {
    this.actors = actors;
    this.tables = tables;
    this.transitions = transitions;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Class<Block> activity() {
    return Block.class;
  }

  @Override
  public Set<ObjectKind> objects() {
    return Set.of(ObjectKind.ACTOR);
  }

  @Override
  public Needs needs(Received<Block> received, Fetched fetched, Queries queries) {
    return Needs.actors(Set.of(received.activity().actor()));
  }

  @Override
  public Outcome handle(Received<Block> received, Fetched fetched, Transaction tx) {
    var block = received.activity();
    var blocked = actors.byUri(tx, block.object()).filter(ActorRow::local);
    var blocker = fetched.actor(block.actor()).or(() -> actors.byUri(tx, block.actor()));
    if (blocked.isEmpty() || blocker.isEmpty() || block.id().isEmpty()) {
      return Outcome.refused("it lacks an id, or names nobody who can be blocked here");
    }
    var row = new BlockRow(ids.next(), blocker.get().id(), blocked.get().id(), block.id().get());
    if (tables.blocks().insert(tx, row, clock.instant())) {
      end(tx, row.blocker(), row.blocked());
      end(tx, row.blocked(), row.blocker());
      events.made(tx, row, Optional.empty());
    }
    return Outcome.done();
  }

  private void end(Transaction tx, long follower, long followed) {
    tables
        .follows()
        .lockBetween(tx, follower, followed)
        .ifPresent(row -> transitions.end(tx, row, EndReason.BLOCKED, Optional.empty()));
  }
}

package social.kring.community.relationships;

import java.util.Optional;
import java.util.Set;
import social.kring.community.relationships.BlockTable.BlockRow;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.federation.receiving.ActivityHandler;
import social.kring.federation.receiving.Fetched;
import social.kring.federation.receiving.ObjectKind;
import social.kring.federation.receiving.Outcome;
import social.kring.federation.receiving.Received;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Block;
import social.kring.protocol.activitystreams.ObjectReference;
import social.kring.protocol.activitystreams.Undo;

/** Someone elsewhere no longer blocks one of ours. ActivityPub §6.10. */
final class UndoBlockHandler implements ActivityHandler<Undo> {
  private final Actors actors;
  private final BlockTable blocks;
  private final BlockEvents events;

  UndoBlockHandler(Actors actors, BlockTable blocks, BlockEvents events) {
    this.actors = actors;
    this.blocks = blocks;
    this.events = events;
  }

  @Override
  public Class<Undo> activity() {
    return Undo.class;
  }

  @Override
  public Set<ObjectKind> objects() {
    return Set.of(ObjectKind.BLOCK);
  }

  @Override
  public Outcome handle(Received<Undo> received, Fetched fetched, Transaction tx) {
    var undo = received.activity();
    actors
        .byUri(tx, undo.actor())
        .flatMap(blocker -> delete(tx, undo.object(), blocker))
        .ifPresent(row -> events.ended(tx, row, Optional.empty()));
    return Outcome.done();
  }

  /** A block is found among those of whoever undoes it, so nobody can undo another's. */
  private Optional<BlockRow> delete(Transaction tx, ObjectReference undone, ActorRow blocker) {
    var blocked =
        undone
            .embedded()
            .filter(Block.class::isInstance)
            .flatMap(block -> actors.byUri(tx, ((Block) block).object()))
            .map(ActorRow::id)
            .or(() -> byId(tx, undone, blocker));
    return blocked.flatMap(each -> blocks.delete(tx, blocker.id(), each));
  }

  private Optional<Long> byId(Transaction tx, ObjectReference undone, ActorRow blocker) {
    return undone.id().stream()
        .flatMap(id -> blocks.byActivity(tx, id).stream())
        .filter(row -> row.blocker() == blocker.id())
        .map(BlockRow::blocked)
        .findFirst();
  }
}

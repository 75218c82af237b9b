package social.kring.community.relationships;

import java.util.Optional;
import social.kring.community.relationships.BlockTable.BlockRow;
import social.kring.platform.events.Events;
import social.kring.platform.events.Happening;
import social.kring.platform.events.Publication;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.json.Tree;

/** Says that blocks came and went. */
final class BlockEvents {
  private final Events events;

  BlockEvents(Events events) {
    this.events = events;
  }

  void made(Transaction tx, BlockRow block, Optional<Publication> publication) {
    record(tx, "block.made", block, publication);
  }

  void ended(Transaction tx, BlockRow block, Optional<Publication> publication) {
    record(tx, "block.ended", block, publication);
  }

  private void record(
      Transaction tx, String kind, BlockRow block, Optional<Publication> publication) {
    var details =
        Tree.builder().put("blocker", block.blocker()).put("blocked", block.blocked()).build();
    events.record(tx, new Happening(kind, block.id(), details, publication));
  }
}

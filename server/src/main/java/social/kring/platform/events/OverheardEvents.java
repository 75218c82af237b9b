package social.kring.platform.events;

import java.util.List;
import java.util.function.Consumer;
import social.kring.platform.storage.Transaction;

/**
 * Tells what happens in this process to somebody here at once, before whoever made it happen goes
 * on. For what is kept in memory; everything else follows the log.
 */
public final class OverheardEvents implements Events {
  private final Events log;
  private final Consumer<Happening> listener;

  /**
   * @param listener called after the commit; must neither wait nor throw
   */
  public OverheardEvents(Events log, Consumer<Happening> listener) {
    this.log = log;
    this.listener = listener;
  }

  @Override
  public long record(Transaction tx, Happening happening) {
    var id = log.record(tx, happening);
    tx.afterCommit(() -> listener.accept(happening));
    return id;
  }

  @Override
  public void recordHere(Transaction tx, List<Happening> happenings) {
    log.recordHere(tx, happenings);
    tx.afterCommit(() -> happenings.forEach(listener));
  }
}

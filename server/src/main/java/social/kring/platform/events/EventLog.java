package social.kring.platform.events;

import java.time.Clock;
import java.util.List;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Transaction;

/** Writes happenings down where they happen. */
public final class EventLog implements Events {
  private final EventTable table = new EventTable();
  private final Ids ids;
  private final Clock clock;
  private final Runnable recorded;

  /**
   * @param recorded called after each commit of anything that happened; wakes the relay
   */
  public EventLog(Ids ids, Clock clock, Runnable recorded) {
    this.ids = ids;
    this.clock = clock;
    this.recorded = recorded;
  }

  @Override
  public long record(Transaction tx, Happening happening) {
    var id = ids.next();
    table.insert(tx, id, happening, clock.instant());
    tx.afterCommit(recorded);
    return id;
  }

  @Override
  public void recordHere(Transaction tx, List<Happening> happenings) {
    if (happenings.isEmpty()) return;
    var happened = happenings.stream().map(each -> new EventTable.Here(ids.next(), each)).toList();
    table.insertHere(tx, happened, clock.instant());
    tx.afterCommit(recorded);
  }
}

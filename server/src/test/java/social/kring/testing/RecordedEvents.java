package social.kring.testing;

import java.util.ArrayList;
import java.util.List;
import social.kring.platform.events.Events;
import social.kring.platform.events.Happening;
import social.kring.platform.storage.Transaction;

/** Remembers what happened, once it is committed. */
public final class RecordedEvents implements Events {
  private final List<Happening> all = new ArrayList<>();

  @Override
  public synchronized long record(Transaction tx, Happening happening) {
    tx.afterCommit(() -> all.add(happening));
    return all.size();
  }

  /** All since the last call. */
  public synchronized List<Happening> take() {
    var taken = List.copyOf(all);
    all.clear();
    return taken;
  }
}

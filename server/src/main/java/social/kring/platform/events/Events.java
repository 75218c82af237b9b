package social.kring.platform.events;

import java.util.List;
import social.kring.platform.storage.Transaction;

/** Where happenings are recorded. */
public interface Events {

  /**
   * Records what happened, in the transaction that made it happen. Consumers are woken on commit.
   *
   * @return the event's id
   */
  long record(Transaction tx, Happening happening);

  /** The same for several, none of which peers are told of, in their order. */
  void recordHere(Transaction tx, List<Happening> happenings);
}

package social.kring.platform.events;

import social.kring.platform.storage.Transaction;

/** Where happenings are recorded. */
public interface Events {

  /**
   * Records what happened, in the transaction that made it happen. Consumers are woken on commit.
   *
   * @return the event's id
   */
  long record(Transaction tx, Happening happening);
}

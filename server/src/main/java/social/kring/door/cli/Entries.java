package social.kring.door.cli;

import java.util.List;
import java.util.Optional;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** One of the queues, as the command line deals with all of them. */
interface Entries {

  /** What its entries' names begin with. */
  String queue();

  /** What was given up. */
  List<Entry> parked(Queries queries, int most);

  /** What is yet to be done. */
  List<Entry> waiting(Queries queries, int most);

  Optional<Entry> find(Queries queries, EntryName name);

  /**
   * @return whether there was anything to try again
   */
  boolean retry(Transaction tx, EntryName name);

  /**
   * @return whether there was anything to forget
   */
  boolean drop(Transaction tx, EntryName name);
}

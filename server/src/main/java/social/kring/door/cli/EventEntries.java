package social.kring.door.cli;

import java.util.List;
import java.util.Optional;
import social.kring.platform.events.EventQueue;
import social.kring.platform.events.ParkedEvent;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** What happened, and somebody could not take: {@code event:CONSUMER/NUMBER}. */
record EventEntries(EventQueue events) implements Entries {
  @Override
  public String queue() {
    return "event";
  }

  @Override
  public List<Entry> parked(Queries queries, int most) {
    return events.parked(queries, most).stream().map(this::entry).toList();
  }

  /** The log is not a list of things that wait: how far it was followed, the metrics say. */
  @Override
  public List<Entry> waiting(Queries queries, int most) {
    return List.of();
  }

  @Override
  public Optional<Entry> find(Queries queries, EntryName name) {
    return events.find(queries, consumer(name), number(name)).map(this::entry);
  }

  private Entry entry(ParkedEvent event) {
    return new Entry(
        new EntryName(queue(), event.consumer() + "/" + event.number()),
        "parked",
        event.kind() + " of " + event.subject(),
        new Entry.Fate(event.parkedAt(), event.tries(), Optional.of(event.reason())));
  }

  @Override
  public boolean retry(Transaction tx, EntryName name) {
    return events.retry(tx, consumer(name), number(name));
  }

  @Override
  public boolean drop(Transaction tx, EntryName name) {
    return events.drop(tx, consumer(name), number(name));
  }

  private static String consumer(EntryName name) {
    return name.within().substring(0, slash(name));
  }

  private static long number(EntryName name) {
    return Long.parseLong(name.within().substring(slash(name) + 1));
  }

  private static int slash(EntryName name) {
    return Math.max(0, name.within().lastIndexOf('/'));
  }
}

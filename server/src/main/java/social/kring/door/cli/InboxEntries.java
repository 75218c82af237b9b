package social.kring.door.cli;

import java.util.List;
import java.util.Optional;
import social.kring.federation.receiving.InboxQueue;
import social.kring.federation.receiving.QueuedActivity;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** What peers have brought. */
record InboxEntries(InboxQueue inbox) implements Entries {
  @Override
  public String queue() {
    return "inbox";
  }

  @Override
  public List<Entry> parked(Queries queries, int most) {
    return inbox.parked(queries, most).stream().map(this::entry).toList();
  }

  @Override
  public List<Entry> waiting(Queries queries, int most) {
    return inbox.waiting(queries, most).stream().map(this::entry).toList();
  }

  @Override
  public Optional<Entry> find(Queries queries, EntryName name) {
    return inbox.find(queries, name.number()).map(this::entry);
  }

  private Entry entry(QueuedActivity activity) {
    var fate = activity.fate();
    return new Entry(
        new EntryName(queue(), Long.toString(activity.id())),
        fate.outcome().orElse("waiting"),
        "%s %s signed by %s".formatted(activity.type(), activity.activity(), activity.signer()),
        new Entry.Fate(fate.receivedAt(), fate.failures(), fate.reason()));
  }

  @Override
  public boolean retry(Transaction tx, EntryName name) {
    return inbox.retry(tx, name.number());
  }

  @Override
  public boolean drop(Transaction tx, EntryName name) {
    return inbox.drop(tx, name.number());
  }
}

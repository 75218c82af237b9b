package social.kring.door.cli;

import java.util.List;
import java.util.Optional;
import social.kring.federation.sending.DeliveryQueue;
import social.kring.federation.sending.QueuedDelivery;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;

/** What is to be brought to peers. */
record DeliveryEntries(DeliveryQueue deliveries) implements Entries {
  @Override
  public String queue() {
    return "delivery";
  }

  @Override
  public List<Entry> parked(Queries queries, int most) {
    return deliveries.parked(queries, most).stream().map(this::entry).toList();
  }

  @Override
  public List<Entry> waiting(Queries queries, int most) {
    return deliveries.waiting(queries, most).stream().map(this::entry).toList();
  }

  @Override
  public Optional<Entry> find(Queries queries, EntryName name) {
    return deliveries.find(queries, name.number()).map(this::entry);
  }

  private Entry entry(QueuedDelivery delivery) {
    var fate = delivery.fate();
    return new Entry(
        new EntryName(queue(), Long.toString(delivery.id())),
        fate.parkedAt().isPresent() ? "parked" : "waiting",
        "to %s from actor %d".formatted(delivery.inbox(), delivery.sender()),
        new Entry.Fate(fate.queuedAt(), fate.tries(), fate.reason()));
  }

  @Override
  public boolean retry(Transaction tx, EntryName name) {
    return deliveries.retry(tx, List.of(name.number())) > 0;
  }

  @Override
  public boolean drop(Transaction tx, EntryName name) {
    return deliveries.drop(tx, List.of(name.number())) > 0;
  }
}

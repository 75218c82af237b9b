package social.kring.community.scheduling;

import java.util.List;
import java.util.Set;
import social.kring.platform.events.Event;
import social.kring.platform.events.EventConsumer;
import social.kring.platform.storage.Transaction;

/** Forgets what somebody wrote for later who is gone. The jobs that were left find nothing. */
final class Clearing implements EventConsumer {
  private final ScheduleTable table;

  Clearing(ScheduleTable table) {
    this.table = table;
  }

  @Override
  public String name() {
    return "scheduling.clearing";
  }

  @Override
  public Set<String> kinds() {
    return Set.of("actor.deleted");
  }

  @Override
  public void consume(List<Event> events, Transaction tx) {
    table.deleteOf(tx, events.stream().map(Event::subject).toList());
  }
}

package social.kring.community.push;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import social.kring.community.notifications.Notifications;
import social.kring.platform.events.Event;
import social.kring.platform.events.EventConsumer;
import social.kring.platform.jobs.Jobs;
import social.kring.platform.storage.Transaction;

/** Leaves a job for each message, behind the notifications that it is about. */
final class PushFeed implements EventConsumer {
  private final Set<String> kinds;
  private final PushTable table;
  private final Jobs jobs;
  private final Clock clock;

  PushFeed(Notifications notifications, PushTable table, Jobs jobs, Clock clock) {
    this.kinds = notifications.kinds();
    this.table = table;
    this.jobs = jobs;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "push";
  }

  @Override
  public Set<String> kinds() {
    return kinds;
  }

  @Override
  public Set<String> after() {
    return Set.of(Notifications.TELLER);
  }

  @Override
  public void consume(List<Event> events, Transaction tx) {
    var now = clock.instant();
    for (var wanted : table.wanted(tx, events.stream().map(Event::id).toList())) {
      var key = wanted.subscription() + ":" + wanted.notification();
      jobs.schedule(tx, PushDelivery.KIND, key, PushDelivery.details(wanted), now);
    }
  }
}

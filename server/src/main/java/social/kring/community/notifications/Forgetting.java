package social.kring.community.notifications;

import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import social.kring.platform.events.Event;
import social.kring.platform.events.EventConsumer;
import social.kring.platform.storage.Transaction;

/**
 * Clears away what somebody was told and chose, or others were told of somebody, who is no more.
 * Nobody sees any of it any more, so what is beyond the bound may stay.
 */
final class Forgetting implements EventConsumer {
  private static final int BATCH = 1_000;
  private static final int MOST_BATCHES = 20;

  private final NotificationTable table;
  private final RequestTable requests;
  private final NotificationPolicies policies;

  Forgetting(NotificationTable table, RequestTable requests, NotificationPolicies policies) {
    this.table = table;
    this.requests = requests;
    this.policies = policies;
  }

  @Override
  public String name() {
    return "notifications.forgetting";
  }

  @Override
  public Set<String> kinds() {
    return Set.of("actor.deleted", "actor.purged");
  }

  @Override
  public void consume(List<Event> events, Transaction tx) {
    for (var event : events) {
      forget(tx, event.subject());
    }
  }

  private void forget(Transaction tx, long actor) {
    repeat(() -> table.deleteSome(tx, actor, BATCH));
    repeat(() -> table.deleteSomeBy(tx, actor, BATCH));
    repeat(() -> requests.deleteSome(tx, actor, BATCH));
    repeat(() -> requests.deleteSomeBy(tx, actor, BATCH));
    repeat(() -> requests.deleteSomePermissions(tx, actor, BATCH));
    policies.delete(tx, actor);
  }

  private static void repeat(IntSupplier some) {
    for (var i = 0; i < MOST_BATCHES && some.getAsInt() == BATCH; i++) {
      // There is more.
    }
  }
}

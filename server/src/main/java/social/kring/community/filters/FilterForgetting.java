package social.kring.community.filters;

import java.util.List;
import java.util.Set;
import social.kring.platform.events.Event;
import social.kring.platform.events.EventConsumer;
import social.kring.platform.storage.Transaction;

/** Deletes the filters of somebody who is gone. */
final class FilterForgetting implements EventConsumer {
  private final FilterTable filters;

  FilterForgetting(FilterTable filters) {
    this.filters = filters;
  }

  @Override
  public String name() {
    return "filters.forgetting";
  }

  @Override
  public Set<String> kinds() {
    return Set.of("actor.deleted");
  }

  @Override
  public void consume(List<Event> events, Transaction tx) {
    events.forEach(event -> filters.deleteOf(tx, event.subject()));
  }
}

package social.kring.door.mastodon.streaming;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import social.kring.door.mastodon.streaming.Telling.Words;
import social.kring.platform.events.Event;

/** Tells all apps of somebody that another of them has changed her filters. */
final class FilterNews implements News {
  private static final String CHANGED = "filters.changed";
  private static final Channel HOME = Channel.of(ChannelKind.USER);

  private final Switchboard switchboard;

  FilterNews(Switchboard switchboard) {
    this.switchboard = switchboard;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(CHANGED);
  }

  @Override
  public void plan(List<Event> events, Plan plan) {
    for (var event : Batch.of(events, CHANGED)) {
      var apps = switchboard.of(HOME, event.subject());
      plan.add(event, apps, HOME, "filters_changed", new Words(Optional.empty()));
    }
  }
}

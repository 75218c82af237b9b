package social.kring.door.mastodon.streaming;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import social.kring.community.notifications.Notifications;
import social.kring.community.notifications.Told;
import social.kring.door.mastodon.streaming.Telling.Notice;
import social.kring.platform.events.Event;
import social.kring.platform.storage.Database;

/** What concerns people: what their notifications show. */
final class NotificationNews implements News {
  private static final List<Channel> CHANNELS =
      List.of(Channel.of(ChannelKind.USER), Channel.of(ChannelKind.USER_NOTIFICATION));

  private final Switchboard switchboard;
  private final Database database;
  private final Notifications notifications;

  NotificationNews(Switchboard switchboard, Database database, Notifications notifications) {
    this.switchboard = switchboard;
    this.database = database;
    this.notifications = notifications;
  }

  /** Whatever somebody is told of. */
  @Override
  public Set<String> kinds() {
    return notifications.kinds();
  }

  /** A notification has the id of the event that it tells of. */
  @Override
  public void plan(List<Event> events, Plan plan) {
    var owners = switchboard.owners(ChannelKind.USER, ChannelKind.USER_NOTIFICATION);
    if (owners.isEmpty()) return;
    var byId = events.stream().collect(Collectors.toMap(Event::id, Function.identity()));
    notifications
        .among(database, owners, byId.keySet())
        .forEach(told -> plan(byId.get(told.row().id()), told, plan));
  }

  private void plan(Event cause, Told told, Plan plan) {
    for (var channel : CHANNELS) {
      var allowed =
          switchboard.of(channel, told.owner()).stream()
              .filter(each -> ChannelKind.USER_NOTIFICATION.isOpenTo(each.scopes()))
              .toList();
      plan.add(cause, allowed, channel, "notification", new Notice(told));
    }
  }
}

package social.kring.door.mastodon.streaming;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.community.conversations.Conversations;
import social.kring.community.notifications.Notifications;
import social.kring.community.timelines.Timelines;
import social.kring.door.mastodon.streaming.Line.Ending;
import social.kring.platform.events.Event;
import social.kring.platform.events.EventFollower;

/** Tells all listeners of what happens. */
final class Broadcast implements EventFollower {
  private static final Logger log = LoggerFactory.getLogger(Broadcast.class);
  private static final String REVOKED = "token.revoked";

  private final Switchboard switchboard;
  private final List<News> news;
  private final Rendering rendering;
  private final Set<String> kinds;

  Broadcast(Switchboard switchboard, List<News> news, Rendering rendering) {
    this.switchboard = switchboard;
    this.news = List.copyOf(news);
    this.rendering = rendering;
    this.kinds =
        Stream.concat(Stream.of(REVOKED), news.stream().flatMap(each -> each.kinds().stream()))
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<String> kinds() {
    return kinds;
  }

  @Override
  public Set<String> after() {
    return Set.of(Timelines.HOME, Notifications.TELLER, Conversations.CORRESPONDENT);
  }

  @Override
  public boolean isListening() {
    return !switchboard.isEmpty();
  }

  @Override
  public void follow(List<Event> events) {
    Batch.of(events, REVOKED).forEach(event -> end(event.subject()));
    var plan = new Plan();
    news.forEach(each -> each.plan(events, plan));
    send(plan.tellings());
  }

  private void end(long token) {
    switchboard.all().stream()
        .filter(listener -> listener.token() == token)
        .forEach(listener -> end(listener, Ending.NOT_ALLOWED));
  }

  void end(Listener listener, Ending why) {
    switchboard.remove(listener);
    listener.line().close(why);
  }

  private void send(List<Telling> tellings) {
    if (tellings.isEmpty()) return;
    var rendered = rendering.of(tellings);
    var messages = new HashMap<Written, Message>();
    for (var telling : tellings) {
      rendered.of(telling).ifPresent(words -> send(telling, words.payload(), messages));
    }
  }

  /** By which messages are the same. */
  private record Written(List<String> stream, String event, Optional<String> payload) {}

  private void send(Telling telling, Optional<String> payload, Map<Written, Message> messages) {
    var listener = telling.listener();
    if (listener.line().isFull()) {
      drop(listener);
      return;
    }
    var written = new Written(listener.asked(telling.channel()).name(), telling.event(), payload);
    var message =
        messages.computeIfAbsent(
            written, same -> new Message(same.stream(), same.event(), same.payload()));
    listener.line().send(message);
  }

  /** An app that does not read would be waited for by none, but fill the memory. */
  private void drop(Listener listener) {
    switchboard.remove(listener);
    listener.line().hangUp();
    log.atDebug().addKeyValue("viewer", listener.viewer()).log("a stream is too slow, it is cut");
  }
}

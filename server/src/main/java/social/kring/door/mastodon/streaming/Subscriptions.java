package social.kring.door.mastodon.streaming;

import java.time.Duration;
import java.util.Optional;
import social.kring.community.access.Authorization;
import social.kring.community.lists.Lists;
import social.kring.door.api.Ids;
import social.kring.platform.events.EventTail;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;

/** Lets apps begin to listen, and end. */
final class Subscriptions {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Switchboard switchboard;
  private final Database database;
  private final Lists lists;
  private volatile Optional<EventTail> tail = Optional.empty();
  private volatile boolean closed;

  Subscriptions(Switchboard switchboard, Database database, Lists lists) {
    this.switchboard = switchboard;
    this.database = database;
    this.lists = lists;
  }

  /**
   * @param tail tells what happens from when somebody begins to listen
   */
  void follow(EventTail tail) {
    this.tail = Optional.of(tail);
  }

  /** Nobody listens from now on. */
  void close() {
    closed = true;
  }

  /**
   * @throws Problem UNAVAILABLE or TOO_MANY_REQUESTS where one more stream is too much
   */
  void requireRoom(Authorization authorization) {
    if (closed) throw Problem.unavailable("The node is stopping", SOON);
    switchboard.requireRoom(authorization.requireAccount().actor());
  }

  /**
   * @throws Problem FORBIDDEN or NOT_FOUND where this is nothing for them to listen to
   */
  void require(Authorization authorization, Channel channel) {
    Admission.require(authorization, channel.kind());
    if (channel.kind() == ChannelKind.LIST) {
      var owner = authorization.requireAccount().actor();
      lists.require(database, owner, Ids.required(channel.argument()));
    }
  }

  /**
   * What happens after this returns is told.
   *
   * @param channel one that was required
   */
  void begin(Listener listener, Optional<Channel> channel) {
    switchboard.add(listener);
    channel.ifPresent(wanted -> switchboard.subscribe(listener, wanted));
    tail.ifPresent(EventTail::begin);
  }

  void obey(Listener listener, Authorization authorization, Command command) {
    switch (command.type()) {
      case SUBSCRIBE -> subscribe(listener, authorization, command.channel());
      case UNSUBSCRIBE -> switchboard.unsubscribe(listener, command.channel());
    }
  }

  private void subscribe(Listener listener, Authorization authorization, Channel channel) {
    require(authorization, channel);
    if (!switchboard.subscribe(listener, channel)) {
      throw Problem.tooManyRequests("this connection listens to enough streams", SOON);
    }
  }

  void end(Listener listener) {
    switchboard.remove(listener);
  }
}

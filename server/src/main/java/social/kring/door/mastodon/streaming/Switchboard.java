package social.kring.door.mastodon.streaming;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import social.kring.protocol.Problem;

/** Who listens to what, in this process. */
final class Switchboard {

  /** Apps of one person. */
  private static final int MOST_OF_ONE = 100;

  /** More than these would not be told within a second. */
  private static final int MOST = 10_000;

  private final Set<Listener> all = ConcurrentHashMap.newKeySet();
  private final Map<Topic, Set<Listener>> topics = new ConcurrentHashMap<>();

  /**
   * @param channel folded
   * @param owner whose it is; 0 where it is the same for everyone
   */
  private record Topic(Channel channel, long owner) {

    static Topic of(Channel channel, Listener listener) {
      var shared =
          switch (channel.kind().of()) {
            case PERSON, LIST -> false;
            case EVERYONE, TAG -> true;
          };
      return new Topic(channel, shared ? 0 : listener.viewer());
    }
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  Collection<Listener> all() {
    return Collections.unmodifiableSet(all);
  }

  /**
   * @throws Problem TOO_MANY_REQUESTS or UNAVAILABLE where there is no room
   */
  void requireRoom(long viewer) {
    if (all.size() >= MOST) {
      throw Problem.unavailable(
          "too many streams are open on this node", java.time.Duration.ofMinutes(1));
    }
    if (all.stream().filter(each -> each.viewer() == viewer).limit(MOST_OF_ONE).count()
        == MOST_OF_ONE) {
      throw Problem.tooManyRequests(
          "this account has " + MOST_OF_ONE + " open streams", java.time.Duration.ofMinutes(1));
    }
  }

  void add(Listener listener) {
    all.add(listener);
  }

  /**
   * @return whether the listener may listen to one more
   */
  boolean subscribe(Listener listener, Channel channel) {
    if (!listener.add(channel)) return false;
    topics.compute(
        Topic.of(channel.folded(), listener),
        (topic, known) -> {
          var set = known == null ? ConcurrentHashMap.<Listener>newKeySet() : known;
          set.add(listener);
          return set;
        });
    // It may have hung up meanwhile.
    if (!all.contains(listener)) unsubscribe(listener, channel);
    return true;
  }

  void unsubscribe(Listener listener, Channel channel) {
    listener.remove(channel);
    topics.computeIfPresent(
        Topic.of(channel.folded(), listener),
        (topic, known) -> {
          known.remove(listener);
          return known.isEmpty() ? null : known;
        });
  }

  /** The connection is no more. */
  void remove(Listener listener) {
    all.remove(listener);
    listener.channels().forEach(channel -> unsubscribe(listener, channel));
  }

  /** Who listens to a channel that is the same for everyone. */
  Collection<Listener> of(Channel channel) {
    return of(channel, 0);
  }

  /** Who listens to somebody's channel. */
  Collection<Listener> of(Channel channel, long owner) {
    return topics.getOrDefault(new Topic(channel.folded(), owner), Set.of());
  }

  /** Whose channels of these kinds anybody listens to. */
  Set<Long> owners(ChannelKind... kinds) {
    var wanted = List.of(kinds);
    var owners = new HashSet<Long>();
    topics.keySet().stream()
        .filter(topic -> wanted.contains(topic.channel().kind()))
        .forEach(topic -> owners.add(topic.owner()));
    return owners;
  }

  /** Which channels of a kind anybody listens to. */
  Set<Channel> channels(Predicate<ChannelKind> kinds) {
    var channels = new HashSet<Channel>();
    topics.keySet().stream()
        .map(Topic::channel)
        .filter(channel -> kinds.test(channel.kind()))
        .forEach(channels::add);
    return channels;
  }
}

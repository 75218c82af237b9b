package social.kring.door.mastodon.streaming;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import social.kring.community.access.Authorization;
import social.kring.community.access.Scopes;

/** An app that listens, over one connection, for somebody. */
final class Listener {
  private static final int MOST_CHANNELS = 100;

  private final long token;
  private final long viewer;
  private final Scopes scopes;
  private final Line line;

  /** As they were asked for, by what they are. */
  private final Map<Channel, Channel> channels = new ConcurrentHashMap<>();

  private final AtomicBoolean heard = new AtomicBoolean(true);

  /**
   * @param authorization of a person
   */
  Listener(Authorization authorization, Line line) {
    this.token = authorization.token();
    this.viewer = authorization.requireAccount().actor();
    this.scopes = authorization.scopes();
    this.line = line;
  }

  long token() {
    return token;
  }

  /** The actor's id. */
  long viewer() {
    return viewer;
  }

  Scopes scopes() {
    return scopes;
  }

  Line line() {
    return line;
  }

  /** What is listened to. */
  Iterable<Channel> channels() {
    return channels.keySet();
  }

  /** How the app calls a channel that it listens to. */
  Channel asked(Channel folded) {
    return channels.getOrDefault(folded, folded);
  }

  /**
   * @return whether there was room for it
   */
  boolean add(Channel channel) {
    if (channels.size() >= MOST_CHANNELS && !channels.containsKey(channel.folded())) return false;
    channels.put(channel.folded(), channel);
    return true;
  }

  void remove(Channel channel) {
    channels.remove(channel.folded());
  }

  /** Something came from the app. */
  void lives() {
    heard.set(true);
  }

  /** Whether something came since this was last asked. */
  boolean livedSince() {
    return heard.getAndSet(false);
  }
}

package social.kring.door.mastodon.streaming;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import social.kring.community.access.Tokens;
import social.kring.door.mastodon.streaming.Line.Ending;
import social.kring.platform.storage.Database;
import social.kring.platform.workers.Worker;

/**
 * Ends streams whose token is good no longer, for whatever reason, within five seconds; beats, so
 * that neither proxies nor our own idle timeout take a quiet stream for a dead one; and lets go of
 * apps that answer no more.
 */
final class StreamWatch implements Worker {
  private static final Duration PAUSE = Duration.ofSeconds(3);
  private static final Duration BEAT = Duration.ofSeconds(20);

  private final Switchboard switchboard;
  private final Broadcast broadcast;
  private final Tokens tokens;
  private final Database database;
  private final Clock clock;
  private Instant beaten = Instant.EPOCH;

  StreamWatch(
      Switchboard switchboard, Broadcast broadcast, Tokens tokens, Database database, Clock clock) {
    this.switchboard = switchboard;
    this.broadcast = broadcast;
    this.tokens = tokens;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "streaming.watch";
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public boolean work() {
    if (switchboard.isEmpty()) return false;
    var now = clock.instant();
    if (!now.isBefore(beaten.plus(BEAT))) {
      beaten = now;
      switchboard.all().forEach(this::beat);
    }
    endRevoked();
    return false;
  }

  private void beat(Listener listener) {
    if (listener.line().isFull() || listener.line().answersBeats() && !listener.livedSince()) {
      switchboard.remove(listener);
      listener.line().hangUp();
    } else {
      listener.line().beat();
    }
  }

  private void endRevoked() {
    var held = switchboard.all().stream().map(Listener::token).collect(Collectors.toSet());
    var good = tokens.stillGood(database, held);
    switchboard.all().stream()
        .filter(listener -> held.contains(listener.token()) && !good.contains(listener.token()))
        .forEach(listener -> broadcast.end(listener, Ending.NOT_ALLOWED));
  }
}

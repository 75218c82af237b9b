package social.kring.federation.receiving;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import social.kring.platform.storage.Database;
import social.kring.protocol.Problem;

/** How much waits to be handled. Nobody is promised what this node cannot do. */
final class Backlog {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(60);

  private final InboxTable table;
  private final Database database;
  private final Clock clock;
  private final int most;
  private final AtomicReference<Seen> seen = new AtomicReference<>(new Seen(false, Instant.EPOCH));

  private record Seen(boolean full, Instant at) {}

  Backlog(InboxTable table, Database database, Clock clock, int most) {
    this.table = table;
    this.database = database;
    this.clock = clock;
    this.most = most;
  }

  /**
   * @throws Problem UNAVAILABLE where too much waits
   */
  void requireRoom() {
    if (current().full()) {
      throw Problem.unavailable("Too much waits to be handled here", TRY_AGAIN);
    }
  }

  /** Whoever comes first after a while looks; meanwhile others go by what was seen. */
  private Seen current() {
    var known = seen.get();
    var now = clock.instant();
    if (now.isBefore(known.at().plus(LOOK_AGAIN))) return known;
    if (!seen.compareAndSet(known, new Seen(known.full(), now))) return seen.get();
    seen.set(new Seen(table.waiting(database, most) >= most, now));
    return seen.get();
  }
}

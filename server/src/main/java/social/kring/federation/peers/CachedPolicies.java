package social.kring.federation.peers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import social.kring.platform.storage.Queries;

/**
 * The decisions about hosts, in memory, since every request asks. What other processes decide is
 * noticed within seconds: one small query tells whether the list must be read again.
 */
final class CachedPolicies implements HostPolicies {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  /** Decisions can commit in another order than that of their times, so that one is overlooked. */
  private static final Duration READ_AGAIN = Duration.ofMinutes(1);

  private final PeerTable table;
  private final Queries queries;
  private final Clock clock;
  private final AtomicReference<State> state;

  private record State(PolicyList list, Instant lastDecision, Instant readAt, Instant lookedAt) {}

  CachedPolicies(PeerTable table, Queries queries, Clock clock) {
    this.table = table;
    this.queries = queries;
    this.clock = clock;
    this.state = new AtomicReference<>(read(clock.instant()));
  }

  @Override
  public PeerPolicy policy(String authority) {
    return current().list().policy(authority);
  }

  void reload() {
    state.set(read(clock.instant()));
  }

  /** Whoever comes first after a while looks; meanwhile others go by what is known. */
  private State current() {
    var known = state.get();
    var now = clock.instant();
    if (now.isBefore(known.lookedAt().plus(LOOK_AGAIN))) return known;
    var looking = new State(known.list(), known.lastDecision(), known.readAt(), now);
    if (!state.compareAndSet(known, looking)) return state.get();
    if (isOutdated(known, now)) reload();
    return state.get();
  }

  private boolean isOutdated(State known, Instant now) {
    return now.isAfter(known.readAt().plus(READ_AGAIN))
        || !table.lastDecision(queries).equals(known.lastDecision());
  }

  private State read(Instant now) {
    var lastDecision = table.lastDecision(queries);
    return new State(new PolicyList(table.policies(queries)), lastDecision, now, now);
  }
}

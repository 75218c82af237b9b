package social.kring.platform.http;

import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import social.kring.protocol.Problem;
import social.kring.protocol.url.Origin;

/**
 * Bounds how many requests are under way to each host, and how many wait for that. What it
 * remembers of a host goes when the host's last request ends.
 */
final class HostPermits {
  private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

  private final int perHost;
  private final int waitingPerHost;
  private final Map<Origin, Lane> lanes = new ConcurrentHashMap<>();

  /** Requests to one host; guarded by the map's own lock on its key. */
  private static final class Lane {
    private int taken;
    private final Deque<Promise<Void>> waiting = new ArrayDeque<>();
  }

  HostPermits(int perHost, int waitingPerHost) {
    this.perHost = perHost;
    this.waitingPerHost = waitingPerHost;
  }

  /**
   * A permit, to be given back by {@link #release}, or by {@link #abandon} if it has not come.
   *
   * @return completes when a permit is there; fails with UNAVAILABLE where too many wait
   */
  Promise<Void> take(Origin origin) {
    var permit = Promise.<Void>promise();
    lanes.compute(
        origin,
        (key, known) -> {
          var lane = known == null ? new Lane() : known;
          admit(lane, permit, origin);
          return lane;
        });
    return permit;
  }

  private void admit(Lane lane, Promise<Void> permit, Origin origin) {
    if (lane.taken < perHost) {
      lane.taken++;
      permit.complete();
    } else if (lane.waiting.size() < waitingPerHost) {
      lane.waiting.add(permit);
    } else {
      permit.fail(
          Problem.unavailable(
              "Too many requests to " + origin.authority() + " are under way", TRY_AGAIN));
    }
  }

  /** Passes the permit on to the one who waits longest. */
  void release(Origin origin) {
    nextAfterRelease(origin).ifPresent(Promise::complete);
  }

  private Optional<Promise<Void>> nextAfterRelease(Origin origin) {
    var next = new AtomicReference<Promise<Void>>();
    lanes.computeIfPresent(
        origin,
        (key, lane) -> {
          next.set(lane.waiting.poll());
          if (next.get() == null) lane.taken--;
          return lane.taken == 0 ? null : lane;
        });
    return Optional.ofNullable(next.get());
  }

  /** For who will not wait any longer; a permit that has come meanwhile is given back. */
  void abandon(Origin origin, Promise<Void> permit) {
    if (permit.future().failed()) return;
    if (!stopWaiting(origin, permit)) release(origin);
  }

  private boolean stopWaiting(Origin origin, Promise<Void> permit) {
    var stopped = new AtomicBoolean();
    lanes.computeIfPresent(
        origin,
        (key, lane) -> {
          stopped.set(lane.waiting.remove(permit));
          return lane;
        });
    return stopped.get();
  }

  /** How many hosts are remembered. */
  int hosts() {
    return lanes.size();
  }
}

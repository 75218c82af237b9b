package social.kring.federation.sending;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import social.kring.platform.workers.Worker;

/**
 * Takes lanes as long as there is room, lets each be worked on by a thread of its own, and writes
 * down what these report: a batch a round. Whatever it knows is lost without harm: the leases end.
 */
final class DeliveryWorker implements Worker, AutoCloseable {
  static final String NAME = "sending.deliveries";

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_RUN = Duration.ofSeconds(20);
  private static final int MOST_REPORTS = 500;

  private final Claims claims;
  private final Settlement settlement;
  private final Courier courier;
  private final SendingLimits limits;
  private final Runnable reported;
  private final Map<Lane, Boolean> underWay = new ConcurrentHashMap<>();
  private final BlockingDeque<Report> reports = new LinkedBlockingDeque<>();
  private volatile boolean closing;

  /**
   * @param reported called when there is something to write down; wakes this worker
   */
  DeliveryWorker(
      Claims claims,
      Settlement settlement,
      Courier courier,
      SendingLimits limits,
      Runnable reported) {
    this.claims = claims;
    this.settlement = settlement;
    this.courier = courier;
    this.limits = limits;
    this.reported = reported;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public boolean work() {
    var settled = settle();
    return begin() || settled;
  }

  private boolean settle() {
    var batch = new ArrayList<Report>();
    reports.drainTo(batch, MOST_REPORTS);
    if (batch.isEmpty()) return false;
    try {
      settlement.settle(batch, claims.terms());
    } catch (RuntimeException away) {
      batch.reversed().forEach(reports::addFirst);
      throw away;
    }
    batch.stream()
        .filter(Report.Ended.class::isInstance)
        .forEach(ended -> underWay.remove(ended.taken().lane()));
    return true;
  }

  private boolean begin() {
    var free = limits.inAll() - underWay.size();
    if (closing || free <= 0) return false;
    var unwell = (int) underWay.values().stream().filter(well -> !well).count();
    var claimed = claims.claim(free, limits.toUnwell() - unwell);
    claimed.forEach(this::begin);
    return !claimed.isEmpty();
  }

  private void begin(Claims.Claim claim) {
    underWay.put(claim.taken().lane(), claim.taken().well());
    Thread.ofVirtual().name("kring-delivery").start(new LaneRun(claim, courier, this::report));
  }

  private void report(Report report) {
    reports.add(report);
    reported.run();
  }

  /** Works until nothing more can be done now. For tests. */
  void drain() {
    do {
      while (work()) {
        // There is more.
      }
    } while (awaitReport());
  }

  /**
   * @return whether there is something to write down; not so if nothing is under way
   */
  private boolean awaitReport() {
    if (underWay.isEmpty()) return false;
    try {
      var report = reports.pollFirst(LONGEST_RUN.toMillis(), TimeUnit.MILLISECONDS);
      if (report != null) reports.addFirst(report);
      return report != null;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Begins nothing more, waits for what is under way, and writes that down. */
  @Override
  public void close() {
    closing = true;
    drain();
  }
}

package social.kring.federation.sending;

import java.time.Duration;
import social.kring.federation.sending.LaneTable.Taken;
import social.kring.platform.workers.Worker;

/**
 * Takes lanes as long as there is room, and lets each be worked on by a thread of its own. Whatever
 * it knows is lost without harm: the leases end.
 */
final class DeliveryWorker implements Worker, AutoCloseable {
  static final String NAME = "sending.deliveries";

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_RUN = Duration.ofSeconds(20);

  private final Claims claims;
  private final Courier courier;
  private final UnderWay underWay;
  private final Turnstile turnstile;
  private final Reports reports;
  private volatile boolean closing;

  DeliveryWorker(
      Claims claims, Courier courier, UnderWay underWay, Turnstile turnstile, Reports reports) {
    this.claims = claims;
    this.courier = courier;
    this.underWay = underWay;
    this.turnstile = turnstile;
    this.reports = reports;
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
    var room = underWay.room();
    if (closing || room <= 0) return false;
    var claimed = claims.claim(room, underWay.roomForUnwell());
    claimed.forEach(this::begin);
    return !claimed.isEmpty();
  }

  private void begin(Claims.Claim claim) {
    underWay.began(claim.taken());
    var run = new LaneRun(claim, way(claim.taken()), reports::add, () -> !closing);
    Thread.ofVirtual().name("kring-delivery").start(run);
  }

  private LaneRun.Way way(Taken taken) {
    return (delivery, dialect) -> {
      turnstile.enter(delivery);
      underWay.began(taken);
      try {
        var said = courier.deliver(delivery, dialect);
        turnstile.answered(delivery);
        return said;
      } catch (RuntimeException failure) {
        turnstile.leave(delivery);
        throw failure;
      }
    };
  }

  /** Works until nothing more can be done now. For tests. */
  void drain() {
    do {
      while (reports.work() || work()) {
        // There is more.
      }
    } while (underWay.lanes() > 0 && reports.await(LONGEST_RUN));
  }

  /** Begins nothing more, waits for what is under way, and writes that down. */
  @Override
  public void close() {
    closing = true;
    drain();
  }
}

package social.kring.federation.sending;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import social.kring.federation.peers.SignatureDialect;

/**
 * Works on one lane: delivery after delivery, up to the first that has to wait. None goes before it
 * is written down how the one before went: what has arrived and is not written down is sent again
 * after a crash, and so it is one of a lane at most.
 */
final class LaneRun implements Runnable {
  /** With the last request it stays well within the lease. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final Duration AFTER_OUR_FAILURE = Duration.ofSeconds(10);
  private static final Duration WHEN_BUSY = Duration.ofSeconds(1);
  private static final Duration FIRST_DELAY = Duration.ofSeconds(10);
  private static final int MOST_DOUBLINGS = 8;

  /** So often a delivery may take its host for being down. */
  private static final int BLAMES_HOST = 3;

  /** On which a delivery comes to its inbox. */
  @FunctionalInterface
  interface Way {
    Courier.Said deliver(Delivery delivery, SignatureDialect dialect);
  }

  private final Claims.Claim claim;
  private final Way way;
  private final Consumer<Report> reports;
  private final BooleanSupplier mayGoOn;

  /**
   * @param mayGoOn whether this process has time for another delivery
   */
  LaneRun(Claims.Claim claim, Way way, Consumer<Report> reports, BooleanSupplier mayGoOn) {
    this.claim = claim;
    this.way = way;
    this.reports = reports;
    this.mayGoOn = mayGoOn;
  }

  @Override
  public void run() {
    var rest = AFTER_OUR_FAILURE;
    try {
      rest = deliverAll();
    } finally {
      reports.accept(new Report.Ended(claim.taken(), rest));
    }
  }

  /**
   * @return how long the lane rests
   */
  private Duration deliverAll() {
    var end = System.nanoTime() + LONGEST.toNanos();
    var dialect = claim.taken().dialect();
    for (var next = claim.deliveries().iterator(); next.hasNext(); ) {
      var delivery = next.next();
      var said = way.deliver(delivery, dialect);
      dialect = said.dialect();
      var outcome = blamed(delivery, said.outcome());
      var tried = new Report.Tried(claim.taken(), delivery, outcome);
      reports.accept(tried);
      if (!outcome.letsNextGo()) return rest(delivery, outcome);
      if (!next.hasNext() || !mayGoOn(tried, end)) break;
    }
    return Duration.ZERO;
  }

  private boolean mayGoOn(Report.Tried tried, long end) {
    return tried.awaitWritten(Duration.ofNanos(Math.max(0, end - System.nanoTime())))
        && System.nanoTime() < end
        && mayGoOn.getAsBoolean();
  }

  /** A host that takes all but this one is not down: the others shall not wait for it. */
  private Outcome blamed(Delivery delivery, Outcome outcome) {
    return outcome instanceof Outcome.HostDown(var why, var retryAfter)
            && retryAfter.isEmpty()
            && claim.taken().well()
            && delivery.tries() >= BLAMES_HOST
        ? Outcome.Delayed.stuck(why)
        : outcome;
  }

  private static Duration rest(Delivery delivery, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Delayed delayed when delayed.isOver(delivery.tries() + 1) -> Duration.ZERO;
      case Outcome.Delayed delayed ->
          FIRST_DELAY.multipliedBy(1L << Math.min(delivery.tries(), MOST_DOUBLINGS));
      case Outcome.NotSent ours -> AFTER_OUR_FAILURE;
      case Outcome.Busy busy -> WHEN_BUSY;
      default -> Duration.ZERO;
    };
  }
}

package social.kring.federation.sending;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import social.kring.federation.sending.LaneTable.Terms;
import social.kring.platform.workers.Worker;

/**
 * Writes down what those report who work on lanes: all that has come meanwhile in one batch a
 * round. So few reports are written one by one and at once, many together.
 */
final class Reports implements Worker {
  static final String NAME = "sending.reports";

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int MOST = 500;

  private final BlockingDeque<Report> waiting = new LinkedBlockingDeque<>();
  private final Settlement settlement;
  private final Supplier<Terms> terms;
  private final UnderWay underWay;
  private final Turnstile turnstile;
  private final Signals signals;

  /**
   * Whom it calls.
   *
   * @param reported there is something to write down; wakes this worker
   * @param ended lanes were given back; wakes who takes them
   */
  record Signals(Runnable reported, Runnable ended) {}

  Reports(
      Settlement settlement,
      Supplier<Terms> terms,
      UnderWay underWay,
      Turnstile turnstile,
      Signals signals) {
    this.settlement = settlement;
    this.terms = terms;
    this.underWay = underWay;
    this.turnstile = turnstile;
    this.signals = signals;
  }

  void add(Report report) {
    waiting.add(report);
    signals.reported().run();
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
    var batch = new ArrayList<Report>();
    waiting.drainTo(batch, MOST);
    if (batch.isEmpty()) return false;
    try {
      settlement.settle(batch, terms.get());
    } catch (RuntimeException away) {
      batch.reversed().forEach(waiting::addFirst);
      throw away;
    }
    batch.forEach(this::written);
    end(batch);
    return true;
  }

  private void written(Report report) {
    if (report instanceof Report.Tried tried) {
      turnstile.leave(tried.delivery());
      tried.written();
    }
  }

  private void end(List<Report> batch) {
    var ended = batch.stream().filter(Report.Ended.class::isInstance).map(Report::taken).toList();
    ended.forEach(underWay::ended);
    if (!ended.isEmpty()) signals.ended().run();
  }

  /**
   * @return whether there is something to write down
   */
  boolean await(Duration most) {
    try {
      var report = waiting.pollFirst(most.toMillis(), TimeUnit.MILLISECONDS);
      if (report != null) waiting.addFirst(report);
      return report != null;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

package social.kring.federation.sending;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import social.kring.federation.sending.LaneTable.Taken;

/** What is to be written down of work on a lane. */
sealed interface Report {
  Taken taken();

  /** A delivery was tried. */
  record Tried(Taken taken, Delivery delivery, Outcome outcome, CountDownLatch unwritten)
      implements Report {

    Tried(Taken taken, Delivery delivery, Outcome outcome) {
      this(taken, delivery, outcome, new CountDownLatch(1));
    }

    /** It is written down, and whoever waits for that may go on. */
    void written() {
      unwritten.countDown();
    }

    /**
     * @return whether it was written down in time
     */
    boolean awaitWritten(Duration most) {
      try {
        return unwritten.await(most.toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  /**
   * The lane is given back.
   *
   * @param rest how long it is left alone, besides what its host needs
   */
  record Ended(Taken taken, Duration rest) implements Report {}
}

package social.kring.federation.sending;

import java.time.Duration;
import social.kring.federation.sending.LaneTable.Taken;

/** What is to be written down of work on a lane. */
sealed interface Report {
  Taken taken();

  /** A delivery was tried. */
  record Tried(Taken taken, Delivery delivery, Outcome outcome) implements Report {}

  /**
   * The lane is given back.
   *
   * @param rest how long it is left alone, besides what its host needs
   */
  record Ended(Taken taken, Duration rest) implements Report {}
}

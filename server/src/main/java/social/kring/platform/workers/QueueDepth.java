package social.kring.platform.workers;

import java.time.Duration;

/**
 * How much is in a queue, counted no further than {@link #MOST}: an operator needs no more, and
 * counting all of a long queue would make it longer.
 *
 * @param overdue for how long what is due first has been due
 * @param parked what was given up and is kept for the operator
 */
public record QueueDepth(String queue, long waiting, long parked, Duration overdue) {
  public static final int MOST = 100_000;
}

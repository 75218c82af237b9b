package social.kring.platform.storage;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Ids that sort by time: milliseconds since 2005, ten bits of the process, twelve bits of a count.
 * They order pages, so no page needs an offset, and no central sequence is asked.
 */
public final class Ids {
  private static final long EPOCH = Instant.parse("2005-01-01T00:00:00Z").toEpochMilli();
  private static final int COUNT_BITS = 12;
  private static final int PROCESS_BITS = 10;
  private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

  private final Clock clock;
  private final RandomGenerator random;
  private final long process;
  private final AtomicLong last = new AtomicLong();

  public Ids(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
    this.process = random.nextLong(1L << PROCESS_BITS);
  }

  /** Greater than every id that this process made before. */
  public long next() {
    var now = since(clock.instant()) << COUNT_BITS;
    var state = last.updateAndGet(previous -> Math.max(previous + 1, now));
    return compose(state >>> COUNT_BITS, process, state & COUNT_MASK);
  }

  /**
   * For something from another time: sorts among the ids of then, and before all that this process
   * makes from now on.
   */
  public long at(Instant instant) {
    var then = Math.min(since(instant), since(clock.instant()) - 1);
    return compose(then, random.nextLong(1L << PROCESS_BITS), random.nextLong(1L << COUNT_BITS));
  }

  /**
   * As {@link #at}, for a time that others have told. Most tell whole seconds, and then it is
   * somewhere in that second: too many would else share a millisecond.
   */
  public long around(Instant instant) {
    var isWholeSecond = instant.getNano() == 0;
    return at(isWholeSecond ? instant.plusMillis(random.nextInt(1_000)) : instant);
  }

  /** No id of this instant or later is smaller. */
  public static long least(Instant instant) {
    return compose(since(instant), 0, 0);
  }

  /** When an id was made, or the time that it stands for. */
  public static Instant instant(long id) {
    return Instant.ofEpochMilli((id >>> (COUNT_BITS + PROCESS_BITS)) + EPOCH);
  }

  /** Nothing in the fediverse is older than the epoch. */
  private static long since(Instant instant) {
    return Math.max(1, instant.toEpochMilli() - EPOCH);
  }

  private static long compose(long millis, long process, long count) {
    return millis << (COUNT_BITS + PROCESS_BITS) | process << COUNT_BITS | count;
  }
}

package social.kring.platform.jobs;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Long work in batches that leaves the database to others half of the time: after each batch it
 * rests as long as that took.
 */
public final class Unhurried {
  private static final Duration LONGEST_REST = Duration.ofSeconds(2);

  private Unhurried() {}

  /**
   * @param batch does some, in a transaction of its own, and says whether there may be more
   */
  public static void repeat(BooleanSupplier batch) {
    var more = true;
    while (more) {
      var begun = System.nanoTime();
      more = batch.getAsBoolean();
      if (more) rest(Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  private static void rest(Duration took) {
    try {
      Thread.sleep(took.compareTo(LONGEST_REST) < 0 ? took : LONGEST_REST);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while resting", stopped);
    }
  }
}

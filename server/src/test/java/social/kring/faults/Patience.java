package social.kring.faults;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Looks again and again for what must come, up to a deadline. */
final class Patience {
  private static final Duration PAUSE = Duration.ofMillis(25);

  private Patience() {}

  /**
   * @param expected what, and what was seen instead, for who reads that it did not come
   * @return how long it took
   */
  static Duration until(Supplier<String> expected, Duration within, BooleanSupplier come) {
    var begun = System.nanoTime();
    while (!come.getAsBoolean()) {
      var waited = Duration.ofNanos(System.nanoTime() - begun);
      if (waited.compareTo(within) > 0) {
        throw new AssertionError(
            "not within %d s: %s".formatted(within.toSeconds(), expected.get()));
      }
      pause(PAUSE);
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  static Duration until(String expected, Duration within, BooleanSupplier come) {
    return until(() -> expected, within, come);
  }

  static <T> T untilThere(String expected, Duration within, Supplier<Optional<T>> look) {
    var found = new java.util.concurrent.atomic.AtomicReference<T>();
    until(
        expected,
        within,
        () -> {
          look.get().ifPresent(found::set);
          return found.get() != null;
        });
    return found.get();
  }

  /** What a client does before it tries again. */
  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}

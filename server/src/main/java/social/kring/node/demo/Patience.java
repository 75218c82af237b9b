package social.kring.node.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks again and again for what must arrive, since federation takes its time. */
final class Patience {
  private static final Duration PAUSE = Duration.ofMillis(40);

  private final Duration most;

  Patience(Duration most) {
    this.most = most;
  }

  /**
   * @param expected what is looked for, and where
   * @throws Unmet where it does not come
   */
  <T> T until(String expected, Supplier<Optional<T>> look) {
    var end = System.nanoTime() + most.toNanos();
    while (true) {
      var seen = look.get();
      if (seen.isPresent()) return seen.get();
      if (System.nanoTime() > end) {
        throw new Unmet("expected " + expected + " within " + most.toSeconds() + " s");
      }
      pause();
    }
  }

  void untilTrue(String expected, Supplier<Boolean> look) {
    until(expected, () -> Optional.of(look.get()).filter(Boolean::booleanValue));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unmet("interrupted");
    }
  }
}

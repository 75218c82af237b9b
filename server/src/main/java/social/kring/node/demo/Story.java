package social.kring.node.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/** Plays named steps one after the other, and prints a line for each with the time that it took. */
final class Story {
  private final PrintStream out;
  private int played;

  Story(PrintStream out) {
    this.out = out;
  }

  void chapter(String title) {
    out.printf("%n%s%n", title);
  }

  /** Says what is no step. */
  void aside(String remark) {
    out.printf("       %s%n", remark);
  }

  /**
   * @throws Unmet where it fails, after its line
   */
  void step(String title, Runnable action) {
    get(
        title,
        () -> {
          action.run();
          return title;
        });
  }

  /** A step with a result that later ones need. */
  <T> T get(String title, Supplier<T> action) {
    var begun = System.nanoTime();
    played++;
    try {
      var result = action.get();
      line("✓", title, begun);
      return result;
    } catch (RuntimeException failure) {
      line("✗", title, begun);
      throw failure instanceof Unmet
          ? failure
          : new Unmet("step %d (%s) failed: %s".formatted(played, title, failure.getMessage()));
    }
  }

  int played() {
    return played;
  }

  private void line(String sign, String title, long begun) {
    var took = Duration.ofNanos(System.nanoTime() - begun);
    out.printf("  %s %2d  %-74s %6.2f s%n", sign, played, title, took.toMillis() / 1000.0);
    out.flush();
  }
}

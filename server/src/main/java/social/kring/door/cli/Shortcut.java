package social.kring.door.cli;

import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * What a node is started by, read by hand: the command tree knows many words, and building it would
 * take a quarter of each start.
 */
public final class Shortcut {
  private static final OptionalInt OTHER_WORDS = OptionalInt.empty();

  private Shortcut() {}

  /**
   * Does what was typed, where that is one of the few.
   *
   * @return the status to end with, or empty where the command tree has to read it
   */
  public static OptionalInt take(Premises premises, String... typed) {
    if (typed.length == 1 && typed[0].equals("run")) return status(premises::run);
    if (typed.length == 2 && typed[0].equals("rehearse")) {
      return status(() -> premises.rehearse(Path.of(typed[1])));
    }
    return OTHER_WORDS;
  }

  private static OptionalInt status(Runnable command) {
    try {
      command.run();
      return OptionalInt.of(0);
    } catch (RuntimeException failure) {
      System.err.println(LastWords.of(failure));
      return OptionalInt.of(1);
    }
  }
}

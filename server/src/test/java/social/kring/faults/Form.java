package social.kring.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Whether the short form or the full one is played. */
final class Form {
  private static final Path FIGURES = Path.of("target", "faults.txt");

  private Form() {}

  static boolean isFull() {
    return "full".equals(System.getProperty("kring.faults"));
  }

  static int of(int brief, int full) {
    return isFull() ? full : brief;
  }

  /** Notes what was measured, for who reads the run. */
  static void figure(String scenario, String measured, Object... values) {
    var line = scenario + ": " + measured.formatted(values);
    System.out.println("[faults] " + line);
    try {
      Files.createDirectories(FIGURES.getParent());
      Files.writeString(FIGURES, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

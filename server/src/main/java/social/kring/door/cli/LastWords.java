package social.kring.door.cli;

import java.util.Optional;
import java.util.stream.Stream;
import social.kring.protocol.Problem;

/** What a command that fails says before it ends: one line. */
final class LastWords {
  private LastWords() {}

  /** What is not a problem of the caller's is told with its cause, for who has to look for it. */
  static String of(Exception failure) {
    if (!(failure instanceof Problem)) return "kring: failed unexpectedly: " + oneLine(failure);
    var causes = Stream.of(failure.getSuppressed()).map(cause -> " (" + cause + ")");
    return "kring: " + oneLine(failure) + causes.findFirst().orElse("");
  }

  static String oneLine(Exception failure) {
    return String.join(
        " ", Optional.ofNullable(failure.getMessage()).orElse(failure.toString()).lines().toList());
  }
}

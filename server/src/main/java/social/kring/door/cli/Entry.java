package social.kring.door.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something that waits or was given up, in words. */
record Entry(EntryName name, String state, String about, Fate fate) {

  /**
   * How it went so far.
   *
   * @param reason of the last failure
   */
  record Fate(Instant since, int tries, Optional<String> reason) {}

  /** All of it in one line, with tabs between. */
  String line() {
    return Stream.concat(
            Stream.of(name.toString(), state, about, "since " + since(), "tries " + fate.tries()),
            fate.reason().stream())
        .map(Entry::printable)
        .collect(Collectors.joining("\t"));
  }

  /** Each part in a line of its own. */
  String lines() {
    return Stream.concat(
            Stream.of(
                "name\t" + name,
                "state\t" + state,
                "about\t" + printable(about),
                "since\t" + since(),
                "tries\t" + fate.tries()),
            fate.reason().map(why -> "reason\t" + printable(why)).stream())
        .collect(Collectors.joining("\n"));
  }

  private Instant since() {
    return fate.since().truncatedTo(ChronoUnit.SECONDS);
  }

  /** Much of it was written by peers, who shall not write on an operator's terminal. */
  private static String printable(String text) {
    return text.codePoints()
        .map(each -> isPrintable(each) ? each : ' ')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}

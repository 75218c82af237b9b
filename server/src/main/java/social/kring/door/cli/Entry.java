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
        .map(Printable::of)
        .collect(Collectors.joining("\t"));
  }

  /** Each part in a line of its own. */
  String lines() {
    return Stream.concat(
            Stream.of(
                "name\t" + name,
                "state\t" + state,
                "about\t" + Printable.of(about),
                "since\t" + since(),
                "tries\t" + fate.tries()),
            fate.reason().map(why -> "reason\t" + Printable.of(why)).stream())
        .collect(Collectors.joining("\n"));
  }

  private Instant since() {
    return fate.since().truncatedTo(ChronoUnit.SECONDS);
  }
}

package social.kring.door.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import social.kring.protocol.Problem;

/** Words problems for the pages on which they can be corrected. */
final class Complaints {
  private Complaints() {}

  /** What is wrong with one field. */
  static Optional<String> about(Optional<Problem> problem, String field) {
    return problem
        .map(found -> found.faults().get(field))
        .map(
            faults ->
                faults.stream()
                    .map(Problem.Fault::description)
                    .collect(Collectors.joining(", ", "This ", ".")));
  }

  /** What is wrong as a whole. */
  static String words(Problem problem) {
    if (!problem.faults().isEmpty()) return "Something is missing or cannot be taken: see below.";
    return problem
        .retryAfter()
        .map(wait -> "Too many attempts. Try again in " + (wait.toMinutes() + 1) + " minutes.")
        .orElseGet(() -> sentence(problem.getMessage()));
  }

  private static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
  }
}

package social.kring.community.posts;

import java.util.HashSet;
import social.kring.protocol.Problem;

/** What people here may ask. */
final class PollRules {
  private PollRules() {}

  /**
   * @throws Problem INVALID naming what is wrong
   */
  static void check(PollDraft poll) {
    var options = poll.options();
    if (options.size() < 2) throw invalid("Poll options must be more than one");
    if (options.size() > PollDraft.MOST_OPTIONS) {
      throw invalid("Poll options can't be more than " + PollDraft.MOST_OPTIONS);
    }
    options.forEach(PollRules::checkOption);
    if (new HashSet<>(options.stream().map(String::strip).toList()).size() < options.size()) {
      throw invalid("Poll options contain the same one twice");
    }
    checkExpiry(poll);
  }

  private static void checkOption(String option) {
    WordingRules.checkCharacters("poll[options]", option);
    if (option.isBlank()) throw invalid("Poll options can't be blank");
    if (option.codePointCount(0, option.length()) > PollDraft.LONGEST_OPTION) {
      throw invalid(
          "Poll options can't be longer than " + PollDraft.LONGEST_OPTION + " characters each");
    }
  }

  private static void checkExpiry(PollDraft poll) {
    if (poll.expiresIn().compareTo(PollDraft.SHORTEST) < 0) {
      throw invalid("poll[expires_in] is less than " + PollDraft.SHORTEST.toSeconds());
    }
    if (poll.expiresIn().compareTo(PollDraft.LONGEST) > 0) {
      throw invalid("poll[expires_in] is more than " + PollDraft.LONGEST.toSeconds());
    }
  }

  private static Problem invalid(String message) {
    return Problem.invalid("Validation failed: " + message);
  }
}

package social.kring.protocol.activitystreams;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.kring.protocol.json.Tree;

/**
 * What a Question asks. Vocabulary §3.2; counts as Mastodon sends them.
 *
 * @param options at most 32
 * @param votersCount people who voted, which in a multiple choice is less than the votes
 */
public record Poll(
    List<Option> options,
    boolean multiple,
    Optional<Instant> endTime,
    Optional<Instant> closed,
    Optional<Long> votersCount) {
  private static final int MOST = 32;
  private static final int LONGEST = 500;
  private static final long MOST_VOTES = 1_000_000_000;

  public Poll {
    options = List.copyOf(options);
  }

  /** A choice and how many took it. */
  public record Option(String name, long votes) {}

  static Optional<Poll> from(Tree tree) {
    var single = options(tree, "oneOf");
    var multiple = options(tree, "anyOf");
    if (single.isEmpty() && multiple.isEmpty()) return Optional.empty();
    return Optional.of(
        new Poll(
            single.isEmpty() ? multiple : single,
            single.isEmpty(),
            tree.instant("endTime"),
            tree.instant("closed"),
            tree.number("votersCount").map(Poll::clamped)));
  }

  private static List<Option> options(Tree tree, String name) {
    return tree.objects(name).stream()
        .limit(MOST)
        .map(
            option ->
                new Option(
                    Texts.cut(option.string("name").orElse(""), LONGEST),
                    option
                        .tree("replies")
                        .flatMap(replies -> replies.number("totalItems"))
                        .map(Poll::clamped)
                        .orElse(0L)))
        .toList();
  }

  private static long clamped(long votes) {
    return Math.clamp(votes, 0, MOST_VOTES);
  }
}

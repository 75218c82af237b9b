package social.kring.community.posts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question with choices.
 *
 * @param votersCount people who voted, which in a multiple choice is less than the votes
 */
public record PostPoll(
    List<Option> options,
    boolean multiple,
    Optional<Instant> expiresAt,
    Optional<Long> votersCount) {

  public PostPoll {
    options = List.copyOf(options);
  }

  /** A choice and how many took it. */
  public record Option(String title, long votes) {}

  public long votesCount() {
    return options.stream().mapToLong(Option::votes).sum();
  }

  public boolean expired(Instant now) {
    return expiresAt.filter(end -> !end.isAfter(now)).isPresent();
  }

  /** Whether both offer the same choices, whatever the tallies. */
  boolean asksLike(PostPoll other) {
    return multiple == other.multiple && titles().equals(other.titles());
  }

  private List<String> titles() {
    return options.stream().map(Option::title).toList();
  }
}

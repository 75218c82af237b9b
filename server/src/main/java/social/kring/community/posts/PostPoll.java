package social.kring.community.posts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question with choices.
 *
 * @param votersCount people who voted, which in a multiple choice is less than the votes
 * @param hidesTotals whether nobody sees how many took what before it ends
 * @param ended whether its end has been told
 */
public record PostPoll(
    List<Option> options,
    boolean multiple,
    Optional<Instant> expiresAt,
    Optional<Long> votersCount,
    boolean hidesTotals,
    boolean ended) {

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

  /** Whether how many took what is still nobody's business. */
  public boolean secret(Instant now) {
    return hidesTotals && !ended && !expired(now);
  }

  PostPoll with(List<Option> options, Optional<Long> votersCount) {
    return new PostPoll(options, multiple, expiresAt, votersCount, hidesTotals, ended);
  }

  PostPoll over() {
    return new PostPoll(options, multiple, expiresAt, votersCount, hidesTotals, true);
  }

  /** As the same poll is known elsewhere, with what is known of it only here. */
  PostPoll keeping(PostPoll before) {
    var told = before.ended && expiresAt.equals(before.expiresAt);
    return new PostPoll(options, multiple, expiresAt, votersCount, before.hidesTotals, told);
  }

  /** Whether both offer the same choices, whatever the tallies. */
  boolean asksLike(PostPoll other) {
    return multiple == other.multiple && titles().equals(other.titles());
  }

  private List<String> titles() {
    return options.stream().map(Option::title).toList();
  }
}

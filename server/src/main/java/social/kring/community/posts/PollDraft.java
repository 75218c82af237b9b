package social.kring.community.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question that a person asks along with a post.
 *
 * @param expiresIn how long people may vote
 * @param hidesTotals whether nobody sees how many took what before it ends
 */
public record PollDraft(
    List<String> options, Duration expiresIn, boolean multiple, boolean hidesTotals) {
  public static final int MOST_OPTIONS = 8;
  public static final int LONGEST_OPTION = 200;
  public static final Duration SHORTEST = Duration.ofMinutes(5);
  public static final Duration LONGEST = Duration.ofSeconds(2_629_746);

  public PollDraft {
    options = List.copyOf(options);
  }

  /** As it stands before anybody has voted. */
  PostPoll asked(Instant now) {
    return new PostPoll(
        options.stream().map(option -> new PostPoll.Option(option.strip(), 0)).toList(),
        multiple,
        Optional.of(now.plus(expiresIn)),
        Optional.of(0L),
        hidesTotals,
        false);
  }
}

package social.kring.door.mastodon.entities;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A question with choices. */
public record Poll(
    String id,
    Optional<Instant> expiresAt,
    boolean expired,
    boolean multiple,
    long votesCount,
    Optional<Long> votersCount,
    List<Option> options,
    List<CustomEmoji> emojis,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Boolean> voted,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Integer>> ownVotes) {

  /**
   * For somebody who is signed in. Who asks has no vote, and needs none.
   *
   * @param votes her choices by their place
   */
  Poll votedBy(List<Integer> votes, boolean isOwn) {
    return new Poll(
        id,
        expiresAt,
        expired,
        multiple,
        votesCount,
        votersCount,
        options,
        emojis,
        Optional.of(isOwn || !votes.isEmpty()),
        Optional.of(votes));
  }

  /** A choice. */
  public record Option(String title, Optional<Long> votesCount) {}
}

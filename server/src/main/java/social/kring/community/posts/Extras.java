package social.kring.community.posts;

import java.util.Optional;

/**
 * What a person may add to what she writes.
 *
 * @param quotes id of the post that it quotes
 * @param quotable who may quote it
 */
public record Extras(
    Optional<PollDraft> poll, Optional<Long> quotes, Optional<QuotePolicy> quotable) {
  public static final Extras NONE = new Extras(Optional.empty());

  public Extras(Optional<PollDraft> poll) {
    this(poll, Optional.empty(), Optional.empty());
  }
}

package social.kring.community.posts;

import java.util.Optional;

/**
 * What a person may add to what she writes.
 *
 * @param quotes id of the post that it quotes
 * @param quotable who may quote it
 * @param writtenWith the app that she uses
 */
public record Extras(
    Optional<PollDraft> poll,
    Optional<Long> quotes,
    Optional<QuotePolicy> quotable,
    Optional<WrittenWith> writtenWith) {
  public static final Extras NONE = new Extras(Optional.empty());

  public Extras(Optional<PollDraft> poll) {
    this(poll, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Where she has not said who may quote it, these may. */
  public Extras orQuotable(QuotePolicy policy) {
    return new Extras(poll, quotes, quotable.or(() -> Optional.of(policy)), writtenWith);
  }

  public Extras writtenWith(WrittenWith app) {
    return new Extras(poll, quotes, quotable, Optional.of(app));
  }
}

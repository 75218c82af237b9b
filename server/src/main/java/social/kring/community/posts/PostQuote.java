package social.kring.community.posts;

import java.util.Optional;
import social.kring.protocol.url.FediUrl;

/**
 * What a post quotes.
 *
 * @param post the quoted one, if it is known here
 * @param gone whether that was deleted
 * @param authorization the stamp by which its author agreed
 */
public record PostQuote(
    FediUrl uri,
    Optional<Long> post,
    QuoteState state,
    boolean gone,
    Optional<FediUrl> authorization) {

  public boolean accepted() {
    return state == QuoteState.ACCEPTED;
  }

  /** In the words of the client API. */
  public String shownState() {
    return accepted() && gone ? "deleted" : state.text();
  }
}

package social.kring.community.posts;

import java.util.List;
import java.util.Optional;
import social.kring.community.previews.Preview;
import social.kring.federation.actors.ActorRow;

/**
 * A post with all that is shown of it, the same for every viewer.
 *
 * @param mentioned in the order of the text
 * @param tags hashtags in lower case
 * @param preview of what it links to
 * @param quote what it quotes
 * @param quotable who may quote it
 */
public record PostView(
    PostRow post,
    ActorRow author,
    List<ActorRow> mentioned,
    List<String> tags,
    Optional<Preview> preview,
    Optional<PostQuote> quote,
    QuotePolicy quotable) {

  public PostView {
    mentioned = List.copyOf(mentioned);
    tags = List.copyOf(tags);
  }
}

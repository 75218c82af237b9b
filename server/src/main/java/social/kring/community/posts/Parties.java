package social.kring.community.posts;

import java.util.List;
import java.util.Optional;
import social.kring.federation.actors.ActorRow;

/**
 * The actors around a post, as its document names them.
 *
 * @param mentioned named in the text
 * @param repliedTo the author of the post it answers, if known here
 * @param quote what the post quotes
 */
record Parties(
    ActorRow author,
    List<ActorRow> mentioned,
    Optional<ActorRow> repliedTo,
    Optional<PostQuote> quote) {

  Parties(ActorRow author, List<ActorRow> mentioned, Optional<ActorRow> repliedTo) {
    this(author, mentioned, repliedTo, Optional.empty());
  }

  Parties quoting(Optional<PostQuote> quoted) {
    return new Parties(author, mentioned, repliedTo, quoted);
  }

  Parties {
    mentioned = List.copyOf(mentioned);
  }
}

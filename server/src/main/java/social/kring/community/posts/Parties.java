package social.kring.community.posts;

import java.util.List;
import java.util.Optional;
import social.kring.federation.actors.ActorRow;

/**
 * The actors around a post, as its document names them.
 *
 * @param mentioned named in the text
 * @param repliedTo the author of the post it answers, if known here
 */
record Parties(ActorRow author, List<ActorRow> mentioned, Optional<ActorRow> repliedTo) {

  Parties {
    mentioned = List.copyOf(mentioned);
  }
}

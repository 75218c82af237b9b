package social.kring.community.posts;

import java.util.List;
import social.kring.federation.actors.ActorRow;

/**
 * What a person typed, made ready: HTML, and whom and what it names.
 *
 * @param tags hashtags in lower case
 */
record Composition(
    PostText text, List<ActorRow> mentioned, List<String> tags, List<PostEmoji> emojis) {

  Mentions mentions() {
    return Mentions.named(mentioned.stream().map(ActorRow::id).toList());
  }
}

package social.kring.community.posts;

import java.util.Optional;
import social.kring.protocol.json.Tree;

/**
 * What a poll adds to the document of its post. Vocabulary §3.2, votersCount as Mastodon reads it.
 */
final class PollDocument {
  private PollDocument() {}

  static Tree added(Tree note, PostPoll poll) {
    var question =
        note.with(
            poll.multiple() ? "anyOf" : "oneOf",
            poll.options().stream().map(option -> option(option, poll)).toList());
    var ended = poll.expiresAt().filter(at -> poll.ended());
    return question
        .with("endTime", poll.expiresAt())
        .with("closed", ended)
        .with("votersCount", poll.votersCount());
  }

  private static Tree option(PostPoll.Option option, PostPoll poll) {
    var isSecret = poll.hidesTotals() && !poll.ended();
    var replies =
        Tree.builder()
            .put("type", "Collection")
            .put("totalItems", Optional.of(option.votes()).filter(votes -> !isSecret))
            .build();
    return Tree.builder()
        .put("type", "Note")
        .put("name", option.title())
        .put("replies", replies)
        .build();
  }
}

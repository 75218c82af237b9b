package social.kring.community.moderation;

import java.util.List;
import java.util.stream.Stream;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.events.Publication;
import social.kring.platform.events.Publication.Recipients;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * Tells another node of a report about one of its own. Vocabulary §3.1.
 *
 * <p>In the name of the node: whoever reported is nobody's business there.
 */
final class FlagBuilder {

  Publication flag(FediUrl id, ActorRow node, ActorRow target, Report report) {
    var posts = report.subjects().stream().filter(subject -> subject.post().isPresent());
    var activity =
        Tree.builder()
            .put("@context", "https://www.w3.org/ns/activitystreams")
            .put("id", id)
            .put("type", "Flag")
            .put("actor", node.uri())
            .put("content", report.comment())
            .put(
                "object",
                Stream.concat(Stream.of(target.uri()), posts.map(Report.Subject::uri)).toList())
            .put("to", target.uri())
            .build();
    return new Publication(node.id(), activity, List.of(Recipients.actor(target.id())));
  }
}

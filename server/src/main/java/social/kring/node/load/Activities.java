package social.kring.node.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** What the crowd says. */
final class Activities {
  private static final String CONTEXT = "https://www.w3.org/ns/activitystreams";
  private static final String PUBLIC = "https://www.w3.org/ns/activitystreams#Public";

  private final String run;

  /**
   * @param run in every id, so that no run repeats another
   */
  Activities(String run) {
    this.run = run;
  }

  Tree follow(Correspondent follower, FediUrl followed) {
    return of(follower, "Follow", "follow").with("object", followed);
  }

  Tree accept(Correspondent followed, Tree follow) {
    return of(followed, "Accept", "accept").with("object", follow.without("@context"));
  }

  Tree create(Correspondent author, int number, Instant now) {
    var note =
        Map.of(
            "id", author.uri().text() + "/notes/" + run + "-" + number,
            "type", "Note",
            "attributedTo", author.uri().text(),
            "content", "<p>Number " + number + " of a run that says nothing else.</p>",
            "published", now.toString(),
            "to", List.of(PUBLIC),
            "cc", List.of(author.followers().text()));
    return of(author, "Create", "create-" + number).toBuilder()
        .put("published", now.toString())
        .put("to", List.of(PUBLIC))
        .put("cc", List.of(author.followers().text()))
        .put("object", note)
        .build();
  }

  private Tree of(Correspondent actor, String type, String name) {
    return Tree.builder()
        .put("@context", CONTEXT)
        .put("id", actor.uri().text() + "/" + name + "-" + run)
        .put("type", type)
        .put("actor", actor.uri())
        .build();
  }
}

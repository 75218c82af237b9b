package social.kring.protocol.activitystreams;

import java.time.Instant;
import java.util.Optional;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * What all activities have in common.
 *
 * @param id empty where the sender gave none, as some do for what is never referred to
 * @param object absent only where the type makes sense without
 */
public record ActivityHead(
    Optional<FediUrl> id,
    FediUrl actor,
    Optional<ObjectReference> object,
    Audience audience,
    Optional<Instant> published,
    Tree tree) {

  /**
   * @throws Problem MALFORMED where there is no actor
   */
  static ActivityHead from(Tree tree) {
    return new ActivityHead(
        tree.id("id"),
        tree.id("actor")
            .or(() -> tree.ids("actor").stream().findFirst())
            .orElseThrow(() -> Problem.malformed("actor is not the address of an actor")),
        ObjectReference.in(tree, "object"),
        Audience.of(tree),
        tree.instant("published"),
        tree);
  }

  ObjectReference requiredObject() {
    return object.orElseThrow(
        () -> Problem.malformed("object is neither an address nor an object"));
  }
}

package social.kring.protocol.activitystreams;

import social.kring.protocol.Problem;
import social.kring.protocol.url.FediUrl;

/**
 * Takes an object out of a collection. Vocabulary §3.1.
 *
 * @param target the collection
 */
public record Remove(ActivityHead head, ObjectReference object, FediUrl target)
    implements Activity {

  public Remove(ActivityHead head) {
    this(
        head,
        head.requiredObject(),
        head.tree()
            .id("target")
            .orElseThrow(() -> Problem.malformed("target is not the address of a collection")));
  }
}

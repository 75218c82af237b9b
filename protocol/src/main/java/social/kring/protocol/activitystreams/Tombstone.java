package social.kring.protocol.activitystreams;

import java.time.Instant;
import java.util.Optional;
import social.kring.protocol.json.Tree;

/** What is left of a deleted object. Vocabulary §3.3. */
public record Tombstone(Optional<String> formerType, Optional<Instant> deleted, Tree tree)
    implements ApObject {

  static Tombstone from(Tree tree) {
    return new Tombstone(
        tree.strings("formerType").stream().findFirst(), tree.instant("deleted"), tree);
  }
}

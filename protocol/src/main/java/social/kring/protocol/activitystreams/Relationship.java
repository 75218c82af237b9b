package social.kring.protocol.activitystreams;

import java.util.Optional;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** How two things stand to each other. Vocabulary §3.3. */
public record Relationship(
    Optional<FediUrl> subject, String relationship, Optional<FediUrl> object, Tree tree)
    implements ApObject {

  static Relationship from(Tree tree) {
    return new Relationship(
        tree.id("subject"),
        tree.strings("relationship").stream().findFirst().orElse(""),
        tree.id("object"),
        tree);
  }
}

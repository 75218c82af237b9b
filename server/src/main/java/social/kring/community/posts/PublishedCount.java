package social.kring.community.posts;

import java.time.Instant;
import java.util.Optional;

/** How much an actor has published for everyone to see, posts and boosts, and when last. */
public record PublishedCount(long posts, Optional<Instant> last) {
  public static final PublishedCount NONE = new PublishedCount(0, Optional.empty());
}

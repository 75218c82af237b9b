package social.kring.community.posts;

import java.time.Instant;
import java.util.Optional;

/** What became of a post. */
public record PostState(
    PostCounts counts,
    Instant published,
    Optional<Instant> edited,
    Optional<Instant> pinned,
    Optional<Instant> deleted) {

  static PostState published(Instant at) {
    return new PostState(PostCounts.NONE, at, Optional.empty(), Optional.empty(), Optional.empty());
  }

  PostState edited(Instant at) {
    return new PostState(counts, published, Optional.of(at), pinned, deleted);
  }
}

package social.kring.community.posts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import social.kring.platform.storage.Queries;

/** Reads what somebody chose in polls. Only the voter may know. */
public final class VoteReader {
  private final VoteTable votes;

  VoteReader(VoteTable votes) {
    this.votes = votes;
  }

  /** Choices by their place, by post; where she has not voted the post is absent. */
  public Map<Long, List<Integer>> by(Queries queries, long voter, Collection<Long> posts) {
    return posts.isEmpty() ? Map.of() : votes.by(queries, voter, posts);
  }
}
